//! Dates as official text writes them (GB/T 9704—2012, 7.3.5.4): Arabic, year in full, no leading zeros.

use jiff::civil::Date;

/// `2024年2月1日`
pub fn written(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_leading_zeros() {
        assert_eq!(written(jiff::civil::date(2024, 2, 1)), "2024年2月1日");
    }
}
