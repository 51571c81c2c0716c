//! A number as a cell shows it.

use nianbao_core::ledger::Decimal;
use nianbao_core::record::Precision;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub value: Decimal,
    /// None: nothing was said of it.
    pub precision: Option<Precision>,
    /// Empty: none stood behind it.
    pub unit: String,
}

impl Number {
    /// `1234`, `１，２３４`, `99.97%`, `约20名`, `20余名`.
    ///
    /// # Errors
    /// A sentence for the cell.
    pub(super) fn read(typed: &str) -> Result<Self, String> {
        let typed = typed.trim();
        if typed.starts_with('#') {
            return Err(format!("这一格在表格里就是出错的（{}），请先改好公式", short(typed)));
        }
        let narrow: String = typed.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
        let about = narrow.strip_prefix("大约").or_else(|| narrow.strip_prefix('约'));
        let body = about.unwrap_or(&narrow);
        let end = body.find(|c: char| !(c.is_ascii_digit() || ",.+-".contains(c)));
        let (digits, rest) = body.split_at(end.unwrap_or(body.len()));
        if is_scientific(rest) {
            return Err(format!(
                "“{}”是科学计数法，位数不全，请把单元格改成数字格式再复制",
                short(typed)
            ));
        }
        let over = rest.strip_prefix(['余', '多']);
        let unit = over.unwrap_or(rest);
        let plain_unit = |c: char| !c.is_numeric() && !"()（）,.;；。".contains(c);
        let value = digits.parse::<Decimal>().ok();
        match value {
            Some(value) if unit.chars().all(plain_unit) && unit.chars().count() <= 6 => Ok(Self {
                value,
                precision: about
                    .map(|_| Precision::About)
                    .or_else(|| over.map(|_| Precision::Over)),
                unit: unit.to_owned(),
            }),
            _ => Err(format!("“{}”不是一个数，没有读入，请在台账里改填数字", short(typed))),
        }
    }

    /// The unit behind the number must be the figure's, or becomes it.
    ///
    /// # Errors
    /// A sentence for the cell: the number counts something else.
    pub(super) fn take_unit(&self, unit: &mut String) -> Result<(), String> {
        if self.unit.is_empty() {
            return Ok(());
        }
        let known: String = unit.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
        if known.is_empty() {
            unit.clone_from(&self.unit);
        } else if known != self.unit {
            return Err(format!(
                "这一格的单位是“{}”，台账里是“{}”，请换算后再填",
                self.unit,
                unit.trim()
            ));
        }
        Ok(())
    }
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '−' => '-',
        c => c,
    }
}

/// What Excel leaves of a long number in a narrow column: E+11.
fn is_scientific(rest: &str) -> bool {
    rest.strip_prefix(['E', 'e']).is_some_and(|exponent| {
        let digits = exponent.trim_start_matches(['+', '-']);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Enough of what was typed to know it again.
pub(super) fn short(typed: &str) -> String {
    const MOST: usize = 20;
    let start: String = typed.chars().take(MOST).collect();
    if typed.chars().count() > MOST { format!("{start}…") } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_cells_are_read_as_meant() {
        use Precision::{About, Over};
        for (typed, value, precision, unit) in [
            ("1234", "1234", None, ""),
            ("１，２３４", "1234", None, ""),
            (" 1,234.50 ", "1234.50", None, ""),
            ("-3", "-3", None, ""),
            ("99.97%", "99.97", None, "%"),
            ("99.97％", "99.97", None, "%"),
            ("12宗", "12", None, "宗"),
            ("约20名", "20", Some(About), "名"),
            ("20余名", "20", Some(Over), "名"),
            ("300多 人次", "300", Some(Over), "人次"),
            ("1.2万元", "1.2", None, "万元"),
        ] {
            let number = Number::read(typed).unwrap();
            assert_eq!(number.value.to_string(), value, "{typed}");
            assert_eq!((number.precision, number.unit.as_str()), (precision, unit), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_has_a_sentence_of_its_own() {
        for (typed, meant) in [
            ("待核实", "不是一个数"),
            ("12宗，其中3宗", "不是一个数"),
            ("三十", "不是一个数"),
            ("1.23E+11", "科学计数法"),
            ("#DIV/0!", "出错"),
            ("12-15", "不是一个数"),
            ("2023年12月", "不是一个数"),
        ] {
            let message = Number::read(typed).unwrap_err();
            assert!(message.contains(meant), "{typed}: {message}");
        }
        let long = Number::read(&"长".repeat(20_000)).unwrap_err();
        assert!(long.chars().count() < 60, "{long}");
    }

    #[test]
    fn a_number_of_another_unit_is_not_taken_for_this_one() {
        let number = Number::read("1.2万元").unwrap();
        let unit = |known: &str| {
            let mut unit = known.to_owned();
            number.take_unit(&mut unit).map(|()| unit)
        };
        assert_eq!(unit(""), Ok("万元".to_owned()));
        assert_eq!(unit("万元"), Ok("万元".to_owned()));
        assert!(unit("元").unwrap_err().contains("“万元”，台账里是“元”"));
    }
}
