//! Fills the `{places}` of a text.

/// Fills the `{places}` of a text. Each place is filled once, from left to right: a value is never searched for places,
/// and a place nobody fills stays as it is.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == place) {
            filled.push_str(value);
        } else {
            filled.extend(["{", place, "}"]);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Tells whether a place of a text waits for its value.
#[must_use]
pub fn has_places(text: &str) -> bool {
    next_place(text).is_some()
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_searched_for_places() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
    }
}
