//! Whether a file lies on another machine's disk. There a write-ahead log is not safe (SQLite says so
//! itself), and locks are only as good as the server's.

use std::path::Path;

/// Looks at where the path really leads: a mapped drive letter too.
pub fn on_network(path: &Path) -> bool {
    let folder = if path.is_file() { path.canonicalize() } else { parent(path).canonicalize() };
    let Ok(real) = folder else { return false };
    let text = real.to_string_lossy();
    if cfg!(windows) {
        return is_unc(&text);
    }
    // Without such a list nothing can be said.
    std::fs::read_to_string("/proc/self/mounts").is_ok_and(|mounts| is_mounted(&mounts, &text))
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// `\\server\share` and `\\?\UNC\server\share`, but no `\\?\C:` and no device.
fn is_unc(path: &str) -> bool {
    match path.strip_prefix(r"\\") {
        Some(rest) if rest.starts_with(['?', '.']) => {
            rest.get(1..5).is_some_and(|rest| rest.eq_ignore_ascii_case(r"\UNC"))
        }
        other => other.is_some(),
    }
}

const KINDS: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
];

/// Whether the mount that `path` stands in, the last of the longest, is of another machine.
fn is_mounted(mounts: &str, path: &str) -> bool {
    let mut found = (0, false);
    for line in mounts.lines() {
        let mut words = line.split(' ').skip(1);
        let (Some(at), Some(kind)) = (words.next(), words.next()) else { continue };
        let at = at.replace(r"\040", " ").replace(r"\011", "\t").replace(r"\134", r"\");
        let at = at.trim_end_matches('/');
        let inside =
            path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if inside && at.len() >= found.0 {
            found = (at.len(), KINDS.contains(&kind));
        }
    }
    found.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_from_a_drive() {
        for (path, meant) in [
            (r"\\nas\共享\库.nianbao", true),
            (r"\\?\UNC\nas\共享\库.nianbao", true),
            (r"\\?\C:\Users\王\库.nianbao", false),
            (r"\\.\pipe\x", false),
            (r"C:\Users\王\库.nianbao", false),
            ("", false),
        ] {
            assert_eq!(is_unc(path), meant, "{path}");
        }
    }

    #[test]
    fn the_longest_mount_says_what_kind_of_disk_it_is() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n\
                      nas:/x /mnt/nas nfs4 rw 0 0\n\
                      //nas/公用 /mnt/公\\040用 cifs rw 0 0\n\
                      /dev/sdb1 /mnt/nas/local ext4 rw 0 0\n\
                      tmpfs /run tmpfs rw 0 0\n";
        for (path, meant) in [
            ("/home/wang/库.nianbao", false),
            ("/mnt/nas/库.nianbao", true),
            ("/mnt/nas", true),
            ("/mnt/nas2/库.nianbao", false),
            ("/mnt/公 用/库.nianbao", true),
            ("/mnt/nas/local/库.nianbao", false),
        ] {
            assert_eq!(is_mounted(mounts, path), meant, "{path}");
        }
    }

    #[test]
    fn a_folder_for_temporary_files_is_no_share() {
        assert!(!on_network(&std::env::temp_dir()));
    }
}
