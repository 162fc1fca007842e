//! How decimals are written: 12.5 or 12,5. Read off the numbers of a sheet or a sentence that leave no doubt.

use super::number::InvalidNumber;

/// The sign before the decimals of some numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decimals {
    /// 12.5, with thousands as 1,200.
    #[default]
    Point,
    /// 12,5, with thousands as 1.200.
    Comma,
    /// Nothing tells, or cells speak against each other: 1.200 could be either.
    Unclear,
}

impl Decimals {
    /// Reads it off the texts that hold numbers. Nothing tells where all of them could be thousands: `12.500`. `is_open` where
    /// that holds of `12,500` as well: cells parted by semicolons come from where the comma is the decimal sign as often as not.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>, is_open: bool) -> Self {
        let (mut point, mut comma, mut is_open) = (false, false, is_open);
        for run in cells.flat_map(numbers) {
            is_open |= run.contains('.') && could_be_both(run);
            point |= is_decimal(run, ('.', ','));
            comma |= is_decimal(run, (',', '.'));
        }
        match (point, comma) {
            (false, true) => Self::Comma,
            (true, true) => Self::Unclear,
            (false, false) if is_open => Self::Unclear,
            (_, false) => Self::Point,
        }
    }

    /// The cell as numbers are typed here, with a point.
    ///
    /// # Errors
    /// A number of it could mean two things.
    pub fn with_point(self, cell: &str) -> Result<String, InvalidNumber> {
        match self {
            Self::Point => Ok(cell.to_owned()),
            Self::Comma => Ok(turned(cell)),
            Self::Unclear => match numbers(cell).find(|run| could_be_both(run)) {
                Some(run) => Err(InvalidNumber::UnclearComma(run.to_owned())),
                None => Ok(cell.to_owned()),
            },
        }
    }
}

/// The digits of a cell with the signs between them.
fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    let runs = cell.split(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ',');
    runs.map(|run| run.trim_matches(['.', ','])).filter(|run| !run.is_empty())
}

/// Tells whether `decimal` can be nothing but the sign before the decimals: it stands once, behind thousands in groups, or
/// before other than three digits; a number of several groups has the other sign for its decimals.
fn is_decimal(run: &str, (decimal, group): (char, char)) -> bool {
    if run.matches(group).count() > 1 && !run.contains(decimal) {
        return run.split(group).skip(1).all(|digits| digits.len() == 3);
    }
    run.split_once(decimal).is_some_and(|(whole, rest)| {
        let is_last = !rest.contains([decimal, group]);
        is_last && (whole.contains(group) || rest.len() != 3 || whole.len() > 3 || whole == "0")
    })
}

/// A number whose comma can be nothing but the sign before its decimals, with a point: `1,4`, `-0,125`, `1.240,5`.
pub(super) fn of_decimal_comma(run: &str) -> Option<String> {
    let digits = run.trim_start_matches(['-', '+']);
    (is_decimal(digits, (',', '.')) && is_grouped(digits)).then(|| turned(run))
}

/// Tells whether what stands before the comma is one run of digits, or groups of three.
fn is_grouped(digits: &str) -> bool {
    let whole = digits.split_once(',').map_or(digits, |(whole, _)| whole);
    let mut groups = whole.split(['.', ' ', '_', '\'']);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none() || first.len() <= 3 && rest.all(|group| group.len() == 3)
}

/// 1.200 and 1,200: a decimal or a thousand.
pub fn could_be_both(run: &str) -> bool {
    run.split_once(['.', ',']).is_some_and(|(whole, rest)| {
        rest.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" && !rest.contains(['.', ','])
    })
}

/// The numbers of a cell with the point for the comma, and without what parts their thousands.
fn turned(cell: &str) -> String {
    let signs: Vec<char> = cell.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let mut text = String::with_capacity(cell.len());
    for (at, sign) in signs.iter().enumerate() {
        let is_within = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        match sign {
            '.' if is_within => {}
            ',' if is_within => text.push('.'),
            other => text.push(*other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::Number;
    use proptest::prelude::*;

    fn of(cells: &[&str], is_open: bool) -> Decimals {
        Decimals::of(cells.iter().copied(), is_open)
    }

    #[test]
    fn the_cells_that_leave_no_doubt_decide() {
        assert_eq!(of(&["12,5", "1.200"], true), Decimals::Comma);
        assert_eq!(of(&["1.234,5 EUR"], false), Decimals::Comma);
        assert_eq!(of(&["1.234.567"], true), Decimals::Comma);
        assert_eq!(of(&["0,125"], true), Decimals::Comma);
        assert_eq!(of(&["2.3", "1,200"], true), Decimals::Point);
        assert_eq!(of(&["1,234.5"], true), Decimals::Point);
        assert_eq!(of(&["2.3", "0,5"], true), Decimals::Unclear);
        assert_eq!(of(&["1.200", "15"], true), Decimals::Unclear);
        assert_eq!(of(&["1.200", "15"], false), Decimals::Unclear);
        assert_eq!(of(&["12.500", "15.000"], false), Decimals::Unclear);
        assert_eq!(of(&["12.500", "0.8"], false), Decimals::Point);
        assert_eq!(of(&["1,200", "15"], false), Decimals::Point);
    }

    #[test]
    fn numbers_are_turned_and_doubt_is_said() {
        let turned = |cell| Decimals::Comma.with_point(cell).unwrap();
        assert_eq!(turned("1.200"), "1200");
        assert_eq!(turned("1.234,5 Mio. EUR"), "1234.5 Mio. EUR");
        assert_eq!(turned("12,5 %"), "12.5 %");
        assert!(Decimals::Unclear.with_point("1.200 ms").is_err());
        assert_eq!(Decimals::Unclear.with_point("42 min").unwrap(), "42 min");
    }

    #[test]
    fn a_comma_that_can_be_nothing_else_stands_before_decimals() {
        for (typed, number) in [
            ("0,125", "0.125"),
            ("-0,125", "-0.125"),
            ("1234,567", "1234.567"),
            ("1.240,5", "1240.5"),
            ("1 234,56", "1234.56"),
            ("1,234", "1234"),
            ("1,234.5", "1234.5"),
        ] {
            let (typed, number): (Number, Number) = (typed.parse().unwrap(), number.parse().unwrap());
            assert_eq!(typed, number);
        }
        for unclear in ["1.24,5", "12.34,5", "1234.567,8"] {
            assert!(unclear.parse::<Number>().is_err(), "{unclear}");
        }
    }

    proptest! {
        #[test]
        fn a_number_written_the_other_way_comes_back(whole in 0_u32..10_000_000, cents in 0_u8..100) {
            let digits = whole.to_string();
            let grouped: String = digits
                .chars()
                .enumerate()
                .map(|(at, digit)| {
                    let is_group = at > 0 && (digits.len() - at).is_multiple_of(3);
                    if is_group { format!(".{digit}") } else { digit.to_string() }
                })
                .collect();
            let cell = format!("{grouped},{cents:02}");
            prop_assert_eq!(of(&[&cell], true), Decimals::Comma);
            prop_assert_eq!(Decimals::Comma.with_point(&cell).unwrap(), format!("{whole}.{cents:02}"));
        }

        #[test]
        fn no_cell_makes_it_fall(cell in "\\PC*") {
            for decimals in [Decimals::Point, Decimals::Comma, Decimals::Unclear] {
                let _ = decimals.with_point(&cell);
            }
            of(&[&cell], true);
        }
    }
}
