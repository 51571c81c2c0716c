//! What a portal puts round a report: recognised by its words, dropped with the reason said.

use jiff::civil::Date;
use nianbao_core::text::date;
use nianbao_core::text::punctuation::is_han;

/// No line of a portal that is recognised by its words is longer than this.
const LONGEST: usize = 80;

/// A reason, and the words a line begins with.
const BEGINNINGS: [(&str, &str); 13] = [
    ("分享栏", "分享 微信分享 转发到 微博 QQ空间"),
    ("字体设置", "字体 【字体 字号 【字号 大中小 A+ 【大"),
    ("来源信息", "来源 信息来源 稿件来源 文章来源 【来源"),
    (
        "发布信息",
        "发布机构 发布单位 发布部门 公开机构 发文机关 发文机构 制发机关 信息提供 发布人 发布时间 发布日期 \
         成文日期 生成日期 公开日期 公开时间 更新时间 时间： 时间: 日期： 日期:",
    ),
    ("浏览次数", "浏览 点击 阅读： 阅读: 阅读次数 阅读量 访问量 访问次数 【浏览"),
    (
        "页面按钮",
        "打印 【打印 关闭 【关闭 收藏 返回 下载 保存 听全文 语音播报 无障碍 长者 繁体 简体 登录 注册 搜索",
    ),
    ("附件下载", "附件下载 相关附件"),
    ("二维码提示", "扫一扫 扫描二维码 微信扫 手机扫"),
    ("上一篇、下一篇", "上一篇 下一篇 上一条 下一条 相关文章 相关链接 相关阅读 相关信息 相关稿件"),
    ("网页导航", "当前位置 您的位置 您当前 现在位置 首页 网站首页"),
    (
        "网页页脚",
        "主办 承办 版权所有 网站标识码 网站地图 联系我们 技术支持 备案号 关于我们 Copyright copyright © 友情链接 \
         政府网站标识码 粤公网安备",
    ),
    ("编辑信息", "责任编辑 编辑： 编辑: 【编辑 审核： 审核: 作者： 作者: 校对 初审 复审 终审"),
    (
        "公开目录信息",
        "索引号 索引： 主题分类 信息分类 分类： 分类: 发文字号 文号 名称： 名称: 标题： 标题: 主题词 关键词 有效性 \
         体裁 公开方式 公开范围",
    ),
];

/// A reason, and words that no sentence of a report has.
const INSIDE: [(&str, &str); 5] = [
    ("离开网站的提示", "您访问的链接 即将离开"),
    ("网页页脚", "ICP备 公网安备 版权所有 网站标识码"),
    ("二维码提示", "扫一扫在手机 手机打开当前页"),
    ("网页导航", "首页> 首页» 首页/ 首页| 您的位置 当前位置"),
    ("浏览次数", "浏览次数 点击次数 浏览量"),
];

/// Lines that are nothing but this.
const WHOLE: [(&str, &str); 3] = [
    ("页面按钮", "打印 关闭 大 中 小 AAA TOP top 顶部 返回顶部 纠错 评论"),
    ("分享栏", "微信 朋友圈 新浪微博 QQ"),
    ("网页导航", "首页 政务公开 政府信息公开 正文 通知公告 信息公开"),
];

/// What may stand anywhere in a file and is never the report's: rules, page numbers.
pub(super) fn anywhere(text: &str) -> Option<&'static str> {
    if text.chars().all(|c| !c.is_alphanumeric()) && !text.contains("……") {
        return Some("分隔符号，没有文字");
    }
    let bare = compact(text);
    let digits = |s: &str| !s.is_empty() && s.len() < 4 && s.bytes().all(|b| b.is_ascii_digit());
    let dashed = bare.trim_matches(['-', '—', '–', '－', '·', '_']);
    let page = bare.strip_prefix('第').and_then(|s| s.split_once('页'));
    let counted = page.is_some_and(|(n, rest)| {
        digits(n) && rest.chars().all(|c| c.is_ascii_digit() || "共页/，,".contains(c))
    });
    (digits(dashed) && dashed != bare || counted).then_some("页码")
}

/// What stands before, under the title and after a report on its page.
pub(super) fn around(text: &str) -> Option<&'static str> {
    if let Some(why) = anywhere(text) {
        return Some(why);
    }
    let bare = compact(text);
    let length = bare.chars().count();
    if length > LONGEST || bare.ends_with('。') {
        return None;
    }
    if let Some(why) = published(text) {
        return Some(why);
    }
    let found = |table: &'static [(&str, &str)], test: &dyn Fn(&str) -> bool| {
        table.iter().find(|(_, words)| words.split(' ').any(test)).map(|(why, _)| *why)
    };
    let why = found(&INSIDE, &|w| bare.contains(w))
        .or_else(|| found(&WHOLE, &|w| bare == w))
        .or_else(|| found(&BEGINNINGS, &|w| bare.starts_with(w)));
    why.or_else(|| site_name(&bare, length).then_some("网站名称"))
        .or_else(|| crumbs(&bare).then_some("网页导航"))
}

/// A moment as a portal prints it, `• 2024-02-01 17:43`, and what it says behind one.
fn published(text: &str) -> Option<&'static str> {
    let chars: Vec<char> = text.trim_start_matches(is_bullet).chars().collect();
    let (_, taken) = date::prefix(&chars)?;
    let iso = !chars[..taken].contains(&'年');
    let rest: String = chars[taken..].iter().filter(|c| !c.is_whitespace()).collect();
    let moment = rest.chars().all(|c| c.is_ascii_digit() || c == ':');
    if moment && (iso || !rest.is_empty()) {
        return Some("发布时间");
    }
    let more =
        ["来源", "浏览", "点击", "字号", "字体", "阅读", "发布"].iter().any(|w| rest.contains(w));
    (iso && more).then_some("发布信息")
}

fn site_name(bare: &str, length: usize) -> bool {
    let name =
        bare.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || "（）()·".contains(c));
    name && length <= 30
        && ["网站", "门户", "政务网", "政府网", "信息网", "法网", "公众网", "公开平台", "服务网"]
            .iter()
            .any(|w| bare.ends_with(w))
}

/// 首页 > 政务公开 > 法治政府建设
fn crumbs(bare: &str) -> bool {
    let separators = bare.chars().filter(|c| matches!(c, '>' | '»' | '›' | '|')).count();
    separators >= 2 || separators == 1 && bare.contains('>')
}

fn is_bullet(c: char) -> bool {
    c.is_whitespace() || "•·●○■□◆▪*-".contains(c)
}

/// Without white space and the bullet in front.
pub(super) fn compact(text: &str) -> String {
    text.trim_start_matches(is_bullet).chars().filter(|c| !c.is_whitespace()).collect()
}

/// What the lines round a report say of it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub publisher: String,
    /// 成文日期
    pub written: Option<Date>,
    /// When the portal put it up.
    pub published: Option<Date>,
}

impl Facts {
    /// Takes in a line; `next` is the line below, where a table has its value.
    pub fn see(&mut self, text: &str, next: &str) {
        let day = |value: &str| date::find(value).map(|(day, _)| day);
        for key in ["发布机构", "发布单位", "公开机构", "发文机关", "发文机构", "制发机关"]
        {
            if self.publisher.is_empty()
                && let Some(value) = value(text, key, next)
            {
                self.publisher = value.split(is_gap).next().unwrap_or_default().to_owned();
            }
        }
        for key in ["成文日期", "生成日期"] {
            self.written = self.written.or_else(|| value(text, key, next).and_then(|v| day(&v)));
        }
        if let Some(found) = day(text)
            && !compact(text).contains("成文日期")
        {
            self.published.get_or_insert(found);
        }
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || "|【[".contains(c)
}

/// What stands behind `key：` in a line that may hold several, or alone in the line below.
fn value(text: &str, key: &str, next: &str) -> Option<String> {
    let wide: Vec<char> = key.chars().collect();
    let chars: Vec<char> = text.chars().collect();
    // 索 引 号：the letters of a key may stand apart.
    let (mut at, mut found) = (0, None);
    while at < chars.len() && found.is_none() {
        let mut read = 0;
        let mut i = at;
        while i < chars.len() && read < wide.len() && (chars[i] == wide[read] || chars[i] == ' ') {
            read += usize::from(chars[i] == wide[read]);
            i += 1;
        }
        found = (read == wide.len()).then_some(i);
        at += 1;
    }
    let rest: String = chars[found?..].iter().collect();
    let rest = rest.trim_start().strip_prefix(['：', ':']).unwrap_or(rest.trim_start()).trim();
    let value = if rest.is_empty() { next } else { rest };
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_portal_adds_is_known_by_its_words() {
        for (text, why) in [
            ("-_-", "分隔符号，没有文字"),
            ("— 3 —", "页码"),
            ("第3页 共7页", "页码"),
            ("分享到:", "分享栏"),
            ("• 2024-02-01 17:43", "发布时间"),
            ("• 来源: 本网", "来源信息"),
            ("• 发布机构: 某区司法局", "发布信息"),
            ("• 【字体:", "字体设置"),
            ("索 引 号：GK-2024-1", "公开目录信息"),
            ("浏览次数：123", "浏览次数"),
            ("发布日期：2024-02-01　来源：本网　浏览次数：12", "浏览次数"),
            ("首页 > 政务公开 > 法治政府建设", "网页导航"),
            ("扫一扫在手机打开当前页", "二维码提示"),
            ("某区人民政府门户网站", "网站名称"),
            ("您访问的链接即将离开“某区人民政府门户网站”,是否继续?", "离开网站的提示"),
            ("上一篇：某区司法局2022年法治政府建设年度报告", "上一篇、下一篇"),
            ("2024-02-01 10:20:30 来源：区司法局 点击：12", "发布信息"),
            ("附件下载：年度报告.docx", "附件下载"),
            ("粤ICP备05000001号", "网页页脚"),
        ] {
            assert_eq!(around(text), Some(why), "{text}");
        }
    }

    #[test]
    fn what_a_report_says_is_none_of_it() {
        for text in [
            "2023年，我局坚持依法行政。",
            "2024年2月1日",
            "一、存在问题",
            "某区司法局",
            "某区司法局2023年法治政府建设年度报告",
            "特此报告。",
            "附件：1.统计表",
            "各处室：",
            "来源多元的监督机制进一步健全。",
            "12",
            "3.5%",
        ] {
            assert_eq!(around(text), None, "{text}");
        }
    }

    #[test]
    fn facts_are_read_from_lines_and_tables() {
        let mut facts = Facts::default();
        facts.see("发布日期：2024-02-01　发 布 机 构：某区司法局　浏览：3", "");
        facts.see("成文日期：", "2024年1月30日");
        assert_eq!(facts.publisher, "某区司法局");
        assert_eq!(facts.published, Some(jiff::civil::date(2024, 2, 1)));
        assert_eq!(facts.written, Some(jiff::civil::date(2024, 1, 30)));
    }
}
