//! `cargo xtask fonts`: the open faces that stand in where a machine lacks the official ones, with
//! their licences, from the registries into the folder that is packed with the program.

use std::fs;
use std::path::{Path, PathBuf};

use crate::setup;
use crate::shell::{Failure, Shell, say};

/// Packed with the program. Git holds of it only what says where the rest comes from.
const FOLDER: &str = "src-tauri/resources/fonts";

/// A package of a registry.
struct Source {
    registry: Registry,
    package: &'static str,
    faces: &'static [Face],
    /// All that must lie beside the faces.
    papers: &'static [Paper],
}

#[derive(Clone, Copy)]
enum Registry {
    Npm,
    Debian,
}

struct Face {
    /// Inside the package.
    path: &'static str,
    /// So that nothing but the very file that was looked at is ever packed.
    sha256: &'static str,
}

/// A licence, or what the makers say of it.
struct Paper {
    /// Inside the package.
    path: &'static str,
    name: &'static str,
}

const SOURCES: [Source; 4] = [
    Source {
        registry: Registry::Debian,
        package: "texlive-lang-chinese",
        faces: &[
            Face {
                path: "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
                sha256: "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
            },
            Face {
                path: "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolKai-Regular.otf",
                sha256: "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827",
            },
        ],
        papers: &[
            Paper {
                path: "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
                name: "Fandol-GPL-3.txt",
            },
            // The font exception stands here.
            Paper {
                path: "usr/share/doc/texlive-doc/fonts/fandol/README",
                name: "Fandol-README.txt",
            },
        ],
    },
    Source {
        registry: Registry::Npm,
        package: "@expo-google-fonts/noto-sans-sc@0.4.3",
        faces: &[Face {
            path: "package/400Regular/NotoSansSC_400Regular.ttf",
            sha256: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
        }],
        papers: &[Paper { path: "package/LICENSE_FONT", name: "NotoSansSC-OFL.txt" }],
    },
    Source {
        registry: Registry::Npm,
        package: "@expo-google-fonts/noto-serif-sc@0.4.3",
        faces: &[
            Face {
                path: "package/400Regular/NotoSerifSC_400Regular.ttf",
                sha256: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
            },
            Face {
                path: "package/600SemiBold/NotoSerifSC_600SemiBold.ttf",
                sha256: "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def",
            },
        ],
        papers: &[Paper { path: "package/LICENSE_FONT", name: "NotoSerifSC-OFL.txt" }],
    },
    Source {
        registry: Registry::Debian,
        package: "fonts-hanazono",
        faces: &[Face {
            path: "usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
            sha256: "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
        }],
        papers: &[Paper {
            path: "usr/share/doc/fonts-hanazono/copyright",
            name: "Hanazono-OFL.txt",
        }],
    },
];

/// Brings what is not there yet.
pub fn fonts(shell: &Shell) -> Result<(), Failure> {
    let folder = shell.path(FOLDER);
    for source in &SOURCES {
        if source.is_here(shell, &folder) {
            say(&format!("   {}：已有", source.package));
            continue;
        }
        let unpacked = unpack(shell, source)?;
        source.take(shell, &unpacked, &folder)?;
        fs::remove_dir_all(&unpacked).map_err(|e| failure(&unpacked, &e))?;
    }
    say(&format!("   字体和各自的许可都在 {}", folder.display()));
    Ok(())
}

impl Source {
    fn is_here(&self, shell: &Shell, folder: &Path) -> bool {
        let whole = |face: &Face| is_whole(shell, &folder.join(face.file()), face.sha256);
        let lies = |paper: &Paper| folder.join(paper.name).is_file();
        self.faces.iter().all(whole) && self.papers.iter().all(lies)
    }

    /// The licence first: no face ever lies there without it.
    fn take(&self, shell: &Shell, from: &Path, folder: &Path) -> Result<(), Failure> {
        for paper in self.papers {
            put(&folder.join(paper.name), &text(shell, &from.join(paper.path))?)?;
        }
        for face in self.faces {
            let there = from.join(face.path);
            if !is_whole(shell, &there, face.sha256) {
                return Err(Failure::new(format!(
                    "{} 里的 {} 不是核对过的那一份。请核对它的许可和字形，再改 xtask/src/fonts.rs。",
                    self.package,
                    face.file()
                )));
            }
            put(&folder.join(face.file()), &fs::read(&there).map_err(|e| failure(&there, &e))?)?;
        }
        Ok(())
    }
}

impl Face {
    fn file(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

/// Fetches a package by its registry's own client and opens it, without installing it.
fn unpack(shell: &Shell, source: &Source) -> Result<PathBuf, Failure> {
    let folder = shell.target("fonts");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| failure(&folder, &e))?;
    }
    fs::create_dir_all(&folder).map_err(|e| failure(&folder, &e))?;
    let label = format!("下载 {}", source.package);
    match source.registry {
        Registry::Npm => {
            let mut fetch = shell.in_ui("npm", &["pack", "--silent", source.package]);
            fetch.arg("--pack-destination").arg(&folder);
            shell.quiet_step(&label, &mut fetch)?;
            let file = only(&folder, "tgz")?;
            let mut open = shell.command("tar");
            shell.quiet_step("解开", open.arg("-xzf").arg(&file).arg("-C").arg(&folder))?;
        }
        Registry::Debian => {
            if !shell.has("apt-get") {
                return Err(Failure::new(format!(
                    "{} 只有 Debian 和 Ubuntu 的软件源里有；请在那里运行，再把 {FOLDER} 复制过来。",
                    source.package
                )));
            }
            setup::refresh_once(shell, source.package)?;
            let mut fetch = shell.command("apt-get");
            fetch.args(["download", "-q", source.package]).current_dir(&folder);
            shell.quiet_step(&label, &mut fetch)?;
            let file = only(&folder, "deb")?;
            let mut open = shell.command("dpkg-deb");
            shell.quiet_step("解开", open.arg("-x").arg(&file).arg(&folder))?;
        }
    }
    Ok(folder)
}

fn only(folder: &Path, ending: &str) -> Result<PathBuf, Failure> {
    let entries = fs::read_dir(folder).map_err(|e| failure(folder, &e))?;
    let mut files = entries.flatten().map(|entry| entry.path());
    files
        .find(|path| path.extension().is_some_and(|e| e == ending))
        .ok_or_else(|| Failure::new(format!("{} 里没有下载到的软件包。", folder.display())))
}

/// A licence as text; Debian keeps long ones packed.
fn text(shell: &Shell, path: &Path) -> Result<Vec<u8>, Failure> {
    if path.extension().is_none_or(|ending| ending != "gz") {
        return fs::read(path).map_err(|e| failure(path, &e));
    }
    let output = shell.command("gzip").arg("-dc").arg(path).output();
    let output = output.map_err(|e| failure(path, &e))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(Failure::new(format!("解不开 {}。", path.display())))
    }
}

fn is_whole(shell: &Shell, path: &Path, sha256: &str) -> bool {
    path.is_file()
        && shell
            .ask("sha256sum", &[&path.to_string_lossy()])
            .is_some_and(|said| said.starts_with(sha256))
}

#[allow(clippy::disallowed_methods, reason = "a folder of our own, not a person's file")]
fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| failure(path, &error))
}

fn failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}：{error}", path.display()))
}
