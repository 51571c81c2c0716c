//! Words round a number and what they tell, one list a kind; a longer word before the shorter it holds.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A list as one reads it, and its words by their ends, so that most places are known to be none at a
/// look.
pub(super) struct Words {
    list: &'static str,
    firsts: OnceLock<ByChar>,
    lasts: OnceLock<ByChar>,
}

type ByChar = BTreeMap<char, Vec<&'static str>>;

impl Words {
    const fn of(list: &'static str) -> Self {
        Self { list, firsts: OnceLock::new(), lasts: OnceLock::new() }
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.split(' ')
    }

    /// The first of them that a phrase begins with.
    pub fn begins(&self, phrase: &str) -> Option<&'static str> {
        let by = self.firsts.get_or_init(|| self.by(|word| word.chars().next()));
        let words = by.get(&phrase.chars().next()?)?;
        words.iter().copied().find(|word| phrase.starts_with(word))
    }

    /// The first of them that a phrase ends with.
    pub fn ends(&self, phrase: &str) -> Option<&'static str> {
        let by = self.lasts.get_or_init(|| self.by(|word| word.chars().next_back()));
        let words = by.get(&phrase.chars().next_back()?)?;
        words.iter().copied().find(|word| phrase.ends_with(word))
    }

    fn by(&self, end: impl Fn(&str) -> Option<char>) -> ByChar {
        let mut out = ByChar::new();
        for word in self.iter() {
            out.entry(end(word).unwrap_or_default()).or_default().push(word);
        }
        out
    }
}

/// Words of time, place and sum that say nothing of what is counted.
pub(super) static LEADING: Words = Words::of(
    "今年以来 今年来 一年来 本年度 年度内 年内 全年 今年 去年来 截至目前 \
    截止目前 到目前为止 目前为止 截至 目前 现有 同时 其中 另有 另外 此外 全区各级 全市各级 全县各级 全区 全市 \
    全县 全省 全镇 全街道 全街 全局 我区 我市 我县 我镇 我局 我街道 各级 先后 累计 总计 合计 共计 共 均 并 还",
);

/// Verbs that every such clause has; what they govern is the label.
pub(super) static WEAK: Words =
    Words::of("开展 进行 提供 出具 收到 作出 完成 举办 召开 实施 组织 参与 培训 建立 新建 建成");

/// Objects that say too little without their verb: 培训人员.
pub(super) static GENERIC: Words =
    Words::of("人员 文件 案件 问题 企业 单位 群众 事项 项目 资料 活动 干部 会议");

/// Verbs that tell one figure from another (受理, 办结); they stay, unless a long clause is cut at one.
pub(super) static STRONG: Words = Words::of(
    "办理 办结 受理 审结 化解 调解 调处 查处 审查 审核 印发 制定 出台 发放 排查 整改 处理 纠正",
);

/// What stands between the words and the number.
pub(super) static TRAILING: Words = Words::of(
    "分别为 共计 总计 合计 累计 达到 共有 仅有 高达 多达 增至 增加到 增加至 \
    增长到 增长至 降至 下降到 下降至 降低到 降低至 减少到 减少至 提升至 提升到 提高到 提高至 上升到 上升至 缩短至 压减至 压减到 \
    缩短到 压缩至 压缩到 扩大到 扩大至 分别 突破 共 仅 只 达 为 由 从 的",
);

/// Two characters that end like one of [`TRAILING`] and belong to the words.
pub(super) static KEPT: Words =
    Words::of("公共 中共 到达 表达 传达 行为 作为 认为 目的 自由 理由 事由 案由 服从 遵从 船只");

/// Where the counted noun ends and the sentence goes on.
pub(super) static STOPS: Words = Words::of(
    "参加 参与 涉及 其中 全部 分别 通过 用于 同比 环比 予以 获得 纳入 覆盖 达到 \
    采用 担任 提出 配备 追回 逐 的同时 以上 以下 以内 左右 在 已 被 由 将 并 均 较 到 与",
);

/// What people who are counted did, where nothing else follows them.
pub(super) static TAKING_PART: Words = Words::of("参考 参训 参会 参赛 受训 到会");

/// Comparisons, which name nothing of their own.
pub(super) static COMPARED: Words =
    Words::of("同比 环比 较上年 比上年 较去年 比去年 增长 下降 上升 减少 提高 占比");

/// Characters that end the name of a kind of people.
pub(super) const PERSONS: &str = "者员人师民生工众童年属户";
