//! Opening a 库: to work in it where that can be, else to look at it, with a sentence that says why.

use std::path::Path;

use nianbao_store::{Store, StoreError};

use crate::calls::app::{Status, status};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::files::Place;
use crate::notice::{Notice, NoticeKind};
use crate::{backing, note, recent};

/// Opens the file in place of the one at hand, which stays where this fails.
pub(crate) fn open(desk: &Desk, path: &Path, take_over: bool) -> Result<Status, Fault> {
    let path = std::path::absolute(path).map_err(|e| Fault::io(&e, path))?;
    let mut before = desk.lock().take();
    // Opening the same file again must not find it busy.
    if let Some(same) = before.take_if(|open| open.path == path) {
        desk.leave(same);
    }
    match store(desk, &path, take_over) {
        Ok(Found { store, notices, place }) => {
            if let Some(before) = before {
                desk.leave(before);
            }
            desk.put(&path, store, notices, place);
        }
        Err(fault) => {
            *desk.lock() = before;
            return Err(fault);
        }
    }
    let desk = &desk.showing(None);
    let now = status(desk, crate::calls::Nothing {})?;
    if let Some(library) = &now.library {
        // A folder that cannot be written costs the list of recent files, not the work.
        drop(recent::add(&desk.env, &path, &library.unit.name));
    }
    status(desk, crate::calls::Nothing {})
}

struct Found {
    store: Store,
    notices: Vec<Notice>,
    /// Where the copy lies that is looked at.
    place: Option<Place>,
}

fn store(desk: &Desk, path: &Path, take_over: bool) -> Result<Found, Fault> {
    if backing::is_copy(&desk.env, path) {
        let notice = Notice::new(
            NoticeKind::Backup,
            "这是一份备份，只能查看",
            "要在它上面接着写，请用“恢复成新文件”",
        );
        return look(desk, path, notice);
    }
    let shared = nianbao_store::on_network(path);
    // A share's locks are only as good as its server's: there the note counts too.
    let other = note::of(path).filter(|who| shared && !who.is_here() && !take_over);
    if let Some(who) = other {
        let notice = Notice::new(
            NoticeKind::MayBeInUse,
            format!("这个库可能正在别处使用（{}），这里只能查看", who.told()),
            "请先和对方核实；确实没有人在用，再选“接着用”",
        );
        return look(desk, path, notice);
    }
    // Where no copy can be made the old shape is still read, and kept in the journal of the file.
    drop(backing::before_upgrade(&desk.env, path));
    match Store::open(path) {
        Ok(store) => {
            let notices = if shared { vec![Notice::network()] } else { Vec::new() };
            Ok(Found { store, notices, place: None })
        }
        Err(error) => match reason(path, &error) {
            // Why it cannot be opened says more than why it cannot be looked at.
            Some(notice) => look(desk, path, notice).map_err(|_| error.into()),
            None => Err(error.into()),
        },
    }
}

fn look(desk: &Desk, path: &Path, why: Notice) -> Result<Found, Fault> {
    let place = Place::own(&desk.env.data, path)?;
    let store = Store::look(path, &place.path)?;
    Ok(Found { store, notices: vec![why], place: Some(place) })
}

/// Why a file can only be looked at; none: not even that.
fn reason(path: &Path, error: &StoreError) -> Option<Notice> {
    match error {
        StoreError::Busy if !nianbao_store::is_open(path) => {
            let who = note::of(path).map_or_else(String::new, |who| format!("（{}）", who.told()));
            Some(Notice::new(
                NoticeKind::InUse,
                format!("这个库正在别的程序中使用{who}，这里只能查看"),
                "看到的是刚才保存的内容；要修改，请先在那边关闭，再重新打开",
            ))
        }
        StoreError::Damaged(_) => Some(Notice::new(
            NoticeKind::Damaged,
            "这个库文件已损坏，只能查看还读得出的内容",
            "请从备份恢复，或者把还读得出的内容找回到一个新的库",
        )),
        StoreError::ReadOnly | StoreError::NoPermission => Some(Notice::new(
            NoticeKind::Locked,
            "没有修改这个库的权限，只能查看",
            "要修改，请另存一份到自己的文件夹，再打开那一份",
        )),
        _ => None,
    }
}
