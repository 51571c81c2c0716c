//! The back door: the command line, and `serve` for the browser.
//! Exit codes: 0 good, 1 fault, 2 usage, 3 findings of severity error.

mod check;
mod commands;
mod diff;
mod fonts;
mod safety;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use nianbao_app::Revisions;

const EXIT_CODES: &str = "\
退出码：0 成功；1 没办成，标准错误里一行是原因，一行是提示；2 用法不对；3 体检发现报告有错误";

const CARRY_EXAMPLE: &str = "\
各项都不写，只开出空的年度；新年度已经有了则不动它。
例：nianbao carry 库.nianbao --from 2023 --to 2024 --structure --plans --problems --figures";

const SEARCH_EXAMPLE: &str = "\
每条是年度、记录的名称和找到的那一句。--json 的 hits 是记录，more 为 true 时还有更多。没有找到也算成功。
例：nianbao search 库.nianbao 兼职 法制员 --json";

const DIFF_EXAMPLE: &str = "\
now 是现在的样子，年度随另一个版本，两个都是 now 时是最近的年度。有没有不同都算成功。
不在终端里时，[-删去-] {+新增+}。
例：nianbao diff 库.nianbao 送审稿 now
    nianbao diff 库.nianbao 2022 2023 --json";

const DIFFERENCES_EXAMPLE: &str = "\
逐处列出公开版少了什么、换了什么、遮盖了什么，各写明原因。清单里有不公开的内容，请勿外传。
例：nianbao differences 库.nianbao --year 2023 --to 差异清单.docx";

const CHECK_EXAMPLE: &str = "\
文件可以是 .docx、.html、.md 或 .txt，按整份报告检查，不写入任何东西。库里认可过的不再列出。
--json 的 findings 是查出的问题，at 的 start 和 end 按字数（Unicode 字符）计；counts 是各级的个数。
有错误时退出码为 3，只有警告和提示时为 0。
--to 把库里一个年度的结果另存成 Word 文件：体检意见表；加 --comments 是带批注的报告。
例：nianbao check 库.nianbao --year 2023
    nianbao check 库.nianbao --year 2023 --to 体检意见表.docx
    nianbao check 年度报告.docx --json";

const FONTS_EXAMPLE: &str = "\
不写库时，列出多数单位规定的几种字体；写库时，列出这个年度所用的字体、补上的字和没有字体的字。
环境变量 NIANBAO_FONTS 指定一个文件夹时，只用其中的字体，不用系统的。
例：nianbao fonts
    nianbao fonts 库.nianbao --year 2023";

const CALL_EXAMPLE: &str = "\
窗口做得到的事都做得到；help 列出全部调用、参数和结果。
例：nianbao call 库.nianbao help
    nianbao call 库.nianbao year.get '{\"year\":2023}'
    nianbao call 库.nianbao import.accept - < 方案.json";

#[derive(Parser)]
#[command(name = "nianbao", version, about = "法治年报：把一年的工作写成法治政府建设年度报告", after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 新建一个库
    New {
        lib: PathBuf,
        /// 单位全称
        #[arg(long)]
        unit: String,
        /// 单位在文中的简称
        #[arg(long, default_value = "我局")]
        short: String,
        #[arg(long, value_enum, default_value = "department")]
        kind: UnitKindArg,
        #[arg(long)]
        year: i32,
        /// statutory（法定五项）、flat（平铺）、three_part（三段）、leader_first（第一责任人前置）、county（县区综合）、township（乡镇街道简版）
        #[arg(long, default_value = "statutory")]
        template: String,
    },
    /// 把示例写成一个新的库
    Sample { lib: PathBuf },
    /// 读入一份报告：Word 文档（.docx）、网页或文本
    Import {
        lib: PathBuf,
        file: PathBuf,
        #[arg(long)]
        year: i32,
        /// 只看会读成什么，不写入
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        json: bool,
        /// 保留半角标点，不改成全角
        #[arg(long)]
        keep_marks: bool,
        /// Word 文档里有修订时，读修订前的文字（不写时按接受全部修订读）
        #[arg(long)]
        original: bool,
    },
    /// 导出一个年度的报告
    #[command(after_help = formats())]
    Export {
        lib: PathBuf,
        #[arg(long)]
        year: i32,
        /// 报送版或公开版
        #[arg(long, value_enum, default_value = "submission")]
        edition: EditionArg,
        /// 哪一份：年度报告、文字解读或述法报告
        #[arg(long, value_enum, default_value = "report")]
        document: DocumentArg,
        /// 述法报告是谁的：职务，和单位信息里写的一样；不写时为第一位
        #[arg(long)]
        post: Option<String>,
        /// 格式；不写时由文件名的结尾定
        #[arg(long)]
        format: Option<String>,
        /// 写成花脸稿：和这个版本（名称或编号）或年度比较，改动用修订标出
        #[arg(long, conflicts_with_all = ["document", "post", "format"])]
        against: Option<String>,
        /// 写到哪里；已有的文件会被覆盖
        #[arg(long)]
        to: PathBuf,
    },
    /// 列出公开版与报送版的差异，供公开前审查
    #[command(after_help = DIFFERENCES_EXAMPLE)]
    Differences {
        lib: PathBuf,
        #[arg(long)]
        year: i32,
        /// 写到哪里：.docx、.pdf 等
        #[arg(long)]
        to: PathBuf,
    },
    /// 把一份报告排成公文版式，不留底
    Convert {
        file: PathBuf,
        /// .docx、.pdf、.ofd（试验）、.html、.txt 或 .md；已有的文件会被覆盖
        out: PathBuf,
        /// 保留半角标点，不改成全角
        #[arg(long)]
        keep_marks: bool,
    },
    /// 由上一年带到新的一年
    #[command(after_help = CARRY_EXAMPLE)]
    Carry {
        lib: PathBuf,
        /// 已有的年度
        #[arg(long)]
        from: i32,
        /// 要开出的年度
        #[arg(long)]
        to: i32,
        /// 带上各部分标题、编号方式和领域
        #[arg(long)]
        structure: bool,
        /// 上年计划转为待落实的事项
        #[arg(long)]
        plans: bool,
        /// 上年问题转为待整改的事项
        #[arg(long)]
        problems: bool,
        /// 带上台账的数据项，上年的数列在旁边
        #[arg(long)]
        figures: bool,
    },
    /// 在所有年度里查找
    #[command(after_help = SEARCH_EXAMPLE)]
    Search {
        lib: PathBuf,
        /// 几个词都要有
        #[arg(required = true)]
        words: Vec<String>,
        /// 结果写成 JSON
        #[arg(long)]
        json: bool,
    },
    /// 比较两个版本，或两个年度
    #[command(after_help = DIFF_EXAMPLE)]
    Diff {
        lib: PathBuf,
        /// 旧的：版本名或编号、年份、now
        a: String,
        /// 新的，写法相同
        b: String,
        /// 结果写成 JSON
        #[arg(long)]
        json: bool,
    },
    /// 体检：检查一个年度或一份报告
    #[command(after_help = CHECK_EXAMPLE)]
    Check {
        /// 库，或一份报告
        file: PathBuf,
        /// 库里的年度；不写时为最近的年度
        #[arg(long)]
        year: Option<i32>,
        /// 检查报送版或公开版
        #[arg(long, value_enum, default_value = "submission")]
        edition: EditionArg,
        /// 结果写成 JSON
        #[arg(long)]
        json: bool,
        /// 结果另存成 Word 文件
        #[arg(long)]
        to: Option<PathBuf>,
        /// 写成报告上的批注，不写成表
        #[arg(long, requires = "to")]
        comments: bool,
    },
    /// 列出排版所用的字体：哪些有，哪些用别的代替
    #[command(after_help = FONTS_EXAMPLE)]
    Fonts {
        lib: Option<PathBuf>,
        /// 库里的年度；不写时为最近的年度
        #[arg(long, requires = "lib")]
        year: Option<i32>,
        /// 结果写成 JSON
        #[arg(long)]
        json: bool,
    },
    /// 备份一个库；正在使用时也是完整的
    Backup {
        lib: PathBuf,
        /// 另存到哪里；不写时存进程序自己的备份
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// 列出所有备份
    Backups {
        /// 结果写成 JSON
        #[arg(long)]
        json: bool,
    },
    /// 把一份备份恢复成一个新文件
    Restore {
        backup: PathBuf,
        /// 不能是已有的文件
        to: PathBuf,
    },
    /// 把损坏的库里还读得出的内容找回到一个新文件
    Salvage {
        lib: PathBuf,
        /// 不能是已有的文件
        to: PathBuf,
    },
    /// 全面检查一个库文件是否完好；损坏时退出码为 1
    Verify { lib: PathBuf },
    /// 按名字做一个调用，参数和结果都是 JSON
    #[command(after_help = CALL_EXAMPLE)]
    Call {
        lib: PathBuf,
        /// 例如 year.get
        name: String,
        /// 参数；-：从标准输入读
        #[arg(default_value = "{}")]
        json: String,
    },
    /// 在本机浏览器里使用
    Serve {
        lib: Option<PathBuf>,
        /// 0：任选一个空闲端口
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// 同时打开浏览器
        #[arg(long)]
        open: bool,
        /// 启动它的程序结束后也不停
        #[arg(long)]
        stay: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum UnitKindArg {
    Department,
    Government,
    Township,
}

#[derive(Clone, Copy, ValueEnum)]
enum EditionArg {
    /// 报送版
    Submission,
    /// 公开版
    Public,
}

#[derive(Clone, Copy, ValueEnum)]
enum DocumentArg {
    /// 年度报告
    Report,
    /// 文字解读
    Notice,
    /// 述法报告
    Duty,
}

/// The list of formats, as it is now.
fn formats() -> String {
    let mut out = "格式：\n".to_owned();
    for format in nianbao_app::format_names() {
        out.push_str(&format!(
            "  {:<5} .{:<5} {}：{}\n",
            format.key, format.ending, format.name, format.purpose
        ));
    }
    out.push_str(
        "结尾相同的格式用 --format 区分。\n\
         例：nianbao export 库.nianbao --year 2023 --edition public --to 公开版.html\n\
         \u{20}   nianbao export 库.nianbao --year 2023 --against 送审稿 --to 花脸稿.docx",
    );
    out
}

/// The word a choice is typed and stored as.
fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default()
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::New { lib, unit, short, kind, year, template } => {
            commands::new(&lib, &unit, &short, &word(kind), year, &template)
        }
        Command::Sample { lib } => commands::sample(&lib),
        Command::Import { lib, file, year, dry_run, json, keep_marks, original } => {
            let revisions = if original { Revisions::Original } else { Revisions::Accepted };
            if dry_run {
                commands::import_dry(&file, revisions, json)
            } else {
                let taking = commands::Taking { year, full_width: !keep_marks, revisions };
                commands::import(&lib, &file, &taking, json)
            }
        }
        Command::Export { lib, year, edition, against: Some(against), to, .. } => {
            diff::redline(&lib, year, &against, &word(edition), &to)
        }
        Command::Export { lib, year, edition, document, post, format, against: None, to } => {
            let of = commands::Of {
                document: word(document),
                edition: word(edition),
                post: post.unwrap_or_default(),
            };
            commands::export(&lib, year, &of, format.as_deref(), &to)
        }
        Command::Differences { lib, year, to } => commands::differences(&lib, year, &to),
        Command::Convert { file, out, keep_marks } => commands::convert(&file, &out, !keep_marks),
        Command::Carry { lib, from, to, structure, plans, problems, figures } => {
            let along = commands::Along { structure, plans, problems, figures };
            commands::carry(&lib, from, to, along)
        }
        Command::Search { lib, words, json } => commands::search(&lib, &words, json),
        Command::Diff { lib, a, b, json } => diff::diff(&lib, &a, &b, json),
        Command::Check { file, year, edition, json, to, comments } => {
            let review = to.as_deref().map(|to| check::Review { to, comments });
            let of = (year, word(edition));
            match check::check(&file, &of, json, review) {
                Ok(true) => return ExitCode::from(3),
                done => done.map(drop),
            }
        }
        Command::Fonts { lib, year, json } => fonts::fonts(lib.as_deref(), year, json),
        Command::Backup { lib, to } => safety::backup(&lib, to.as_deref()),
        Command::Backups { json } => safety::backups(json),
        Command::Restore { backup, to } => safety::restore(&backup, &to),
        Command::Salvage { lib, to } => safety::salvage(&lib, &to),
        Command::Verify { lib } => safety::verify(&lib),
        Command::Call { lib, name, json } => commands::call(&lib, &name, &json),
        Command::Serve { lib, port, open, stay } => serve::serve(lib.as_deref(), port, open, stay),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            commands::say_fault(&fault);
            ExitCode::from(1)
        }
    }
}
