//! Which faces there are of each kind, nearest to the official one first, and what each is called.

/// Names of one face, the first as people say it.
pub(crate) type Names = &'static [&'static str];

const FANGSONG: &[Names] = &[
    &["仿宋_GB2312", "FangSong_GB2312"],
    &["方正仿宋_GBK", "FZFangSong-Z02"],
    &["仿宋", "FangSong"],
    &["华文仿宋", "STFangsong"],
    &["朱雀仿宋", "Zhuque Fangsong", "Zhuque Fangsong (technical preview)"],
    &["FandolFang", "FandolFang R"],
];
const KAITI: &[Names] = &[
    &["楷体_GB2312", "KaiTi_GB2312"],
    &["方正楷体_GBK", "FZKai-Z03"],
    &["楷体", "KaiTi"],
    &["华文楷体", "STKaiti"],
    &["FandolKai"],
];
const HEITI: &[Names] = &[
    &["黑体", "SimHei"],
    &["方正黑体_GBK", "FZHei-B01"],
    &["华文黑体", "STHeiti"],
    &["Noto Sans CJK SC"],
    &["Source Han Sans SC", "思源黑体"],
    &["Noto Sans SC"],
];
const BIAOSONG: &[Names] = &[
    &["方正小标宋简体", "FZXiaoBiaoSong-B05S"],
    &["方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
    &["华文中宋", "STZhongsong"],
];
const SONG: &[Names] = &[
    &["宋体", "SimSun"],
    &["华文宋体", "STSong"],
    &["Noto Serif CJK SC"],
    &["Source Han Serif SC", "思源宋体"],
    &["Noto Serif SC"],
    &["FandolSong"],
];
/// Where every chain ends, glyph by glyph.
pub(crate) const RARE: &[Names] = &[
    &["宋体-ExtB", "SimSun-ExtB"],
    &["宋体-ExtG", "SimSun-ExtG"],
    &["HanaMinA"],
    &["HanaMinB"],
    &["Noto Sans CJK SC"],
    &["Noto Sans SC"],
    &["WenQuanYi Micro Hei"],
    &["Plangothic P1"],
];
pub(crate) const TIMES: &[Names] =
    &[&["Times New Roman"], &["Liberation Serif"], &["Tinos"], &["Nimbus Roman"]];

const KINDS: [&[Names]; 5] = [FANGSONG, KAITI, HEITI, BIAOSONG, SONG];

/// Whether it is a face that some chain asks for.
pub(crate) fn is_known(name: &str) -> bool {
    let chains = KINDS.into_iter().flatten().chain(RARE).chain(TIMES);
    chains.into_iter().any(|names| has(names, name))
}

/// Whether two names mean one face.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a == b || KINDS.into_iter().flatten().any(|names| has(names, a) && has(names, b))
}

pub(crate) fn is_song(name: &str) -> bool {
    SONG.iter().any(|names| has(names, name))
}

fn has(names: Names, name: &str) -> bool {
    names.contains(&name)
}

/// Every name under which text in `wanted` may be set, its own first.
pub(crate) fn chain(wanted: &str) -> Vec<&str> {
    let is = |names: &Names| has(names, wanted);
    let kin = KINDS.into_iter().find(|kind| kind.iter().any(is)).unwrap_or(SONG);
    let own = kin.iter().filter(|names| is(names));
    let mut all = vec![wanted];
    for names in own.chain(kin).chain(SONG).chain(RARE) {
        all.extend::<&[&str]>(names);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_is_itself_by_any_of_its_names() {
        for (a, b, one) in [
            ("仿宋", "FangSong", true),
            ("方正小标宋简体", "FZXiaoBiaoSong-B05S", true),
            ("仿宋", "仿宋_GB2312", false),
            ("某某体", "某某体", true),
        ] {
            assert_eq!(same(a, b), one, "{a} {b}");
        }
    }

    #[test]
    fn a_chain_begins_with_the_face_itself_and_ends_with_rare_characters() {
        let names = chain("仿宋");
        assert_eq!(&names[..4], ["仿宋", "仿宋", "FangSong", "仿宋_GB2312"]);
        assert!(names.contains(&"HanaMinB") && names.contains(&"SimSun"));
        assert_eq!(chain("没有听说过的字体")[1], "宋体");
    }
}
