//! Merges three versions of a text line by line; what the lines mean is left to others.

use crate::words::store::reading as words;

/// The most comparisons two versions are worth; beyond it everything between their ends counts as changed.
const EFFORT: usize = 1 << 20;

/// One stretch of a merged text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stretch<'t> {
    /// At most one side changed it, or both the same.
    Settled(Vec<&'t str>),
    /// Both changed it differently.
    Clash { base: Vec<&'t str>, mine: Vec<&'t str>, theirs: Vec<&'t str> },
}

/// Merges what `mine` and `theirs` made of `base`; each line keeps its ending.
pub(super) fn merge<'t>(base: &'t str, mine: &'t str, theirs: &'t str) -> Vec<Stretch<'t>> {
    let [base, mine, theirs] = [base, mine, theirs].map(lines);
    let (in_mine, in_theirs) = (pairs(&base, &mine), pairs(&base, &theirs));
    let mut merged = Vec::new();
    let mut at = [0; 3];
    loop {
        let next = meeting(at, &in_mine, &in_theirs).unwrap_or([base.len(), mine.len(), theirs.len()]);
        let [b, m, t] = [0, 1, 2].map(|side| at[side]..next[side]);
        if !(b.is_empty() && m.is_empty() && t.is_empty()) {
            merged.push(stretch(&base[b], &mine[m], &theirs[t]));
        }
        if next[0] == base.len() {
            return merged;
        }
        merged.push(Stretch::Settled(vec![base[next[0]]]));
        at = next.map(|line| line + 1);
    }
}

/// The merged text where nothing clashes.
pub(super) fn settled(merged: &[Stretch<'_>]) -> Option<String> {
    let lines = merged.iter().map(|stretch| match stretch {
        Stretch::Settled(lines) => Some(lines.concat()),
        Stretch::Clash { .. } => None,
    });
    lines.collect()
}

/// Both versions of a text in one, as git leaves them for a person: what differs stands between its marks.
pub(super) fn marked(ours: &str, theirs: &str) -> String {
    let (one, other) = (lines(ours), lines(theirs));
    let pairs = pairs(&one, &other);
    let mut text = String::new();
    let (mut here, mut there) = (0, 0);
    for (line, pair) in pairs.iter().enumerate() {
        if let Some(pair) = *pair {
            text.push_str(&between_marks(&one[here..line], &other[there..pair]));
            text.push_str(one[line]);
            (here, there) = (line + 1, pair + 1);
        }
    }
    text + &between_marks(&one[here..], &other[there..])
}

/// Two texts that have nothing to do with each other in one, the whole of each between its marks.
pub(super) fn apart(ours: &str, theirs: &str) -> String {
    between_marks(&lines(ours), &lines(theirs))
}

/// The same for a text of which some stretches were merged.
pub(super) fn marked_stretches(merged: &[Stretch<'_>]) -> String {
    let text = |stretch: &Stretch<'_>| match stretch {
        Stretch::Settled(lines) => lines.concat(),
        Stretch::Clash { mine, theirs, .. } => between_marks(theirs, mine),
    };
    merged.iter().map(text).collect()
}

fn between_marks(ours: &[&str], theirs: &[&str]) -> String {
    if ours.is_empty() && theirs.is_empty() {
        return String::new();
    }
    let whole = |lines: &[&str]| {
        let mut text = lines.concat();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text
    };
    words::ours_theirs(whole(ours), whole(theirs))
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The next line of the base from here on that stands in all three versions, with its places.
fn meeting(
    [base, mine, theirs]: [usize; 3],
    in_mine: &[Option<usize>],
    in_theirs: &[Option<usize>],
) -> Option<[usize; 3]> {
    let both = in_mine.iter().zip(in_theirs).enumerate().skip(base);
    both.filter_map(|(line, (m, t))| Some([line, (*m)?, (*t)?])).find(|[_, m, t]| *m >= mine && *t >= theirs)
}

fn stretch<'t>(base: &[&'t str], mine: &[&'t str], theirs: &[&'t str]) -> Stretch<'t> {
    if mine == theirs || base == mine {
        Stretch::Settled(theirs.to_vec())
    } else if base == theirs {
        Stretch::Settled(mine.to_vec())
    } else {
        Stretch::Clash { base: base.to_vec(), mine: mine.to_vec(), theirs: theirs.to_vec() }
    }
}

/// Where each line of one version stands in another, by their longest common row of lines.
fn pairs(one: &[&str], other: &[&str]) -> Vec<Option<usize>> {
    let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let ends = one[before..].iter().rev().zip(other[before..].iter().rev());
    let after = ends.take_while(|(a, b)| a == b).count();
    let (one_end, other_end) = (one.len() - after, other.len() - after);
    let mut pairs: Vec<Option<usize>> = (0..before).map(Some).collect();
    pairs.extend(longest(&one[before..one_end], &other[before..other_end], before));
    pairs.extend((other_end..other.len()).map(Some));
    pairs
}

/// The longest common row of two stretches; the places in the other are counted from `offset`.
fn longest(one: &[&str], other: &[&str], offset: usize) -> Vec<Option<usize>> {
    let mut pairs = vec![None; one.len()];
    if one.len().saturating_mul(other.len()) > EFFORT {
        return pairs;
    }
    let width = other.len() + 1;
    let mut rows = vec![0_usize; (one.len() + 1) * width];
    for (a, line) in one.iter().enumerate().rev() {
        for (b, candidate) in other.iter().enumerate().rev() {
            rows[a * width + b] = if line == candidate {
                rows[(a + 1) * width + b + 1] + 1
            } else {
                rows[(a + 1) * width + b].max(rows[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < one.len() && b < other.len() {
        if one[a] == other[b] {
            pairs[a] = Some(offset + b);
            (a, b) = (a + 1, b + 1);
        } else if rows[(a + 1) * width + b] >= rows[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(letters: &str) -> String {
        letters.chars().flat_map(|letter| [letter, '\n']).collect()
    }

    fn merged(base: &str, mine: &str, theirs: &str) -> Option<String> {
        let [base, mine, theirs] = [base, mine, theirs].map(text);
        let merged = settled(&merge(&base, &mine, &theirs))?;
        Some(merged.lines().collect())
    }

    #[test]
    fn lines_changed_in_different_places_are_both_kept() {
        let cases = [
            ("abc", "abc", "abc", "abc"),
            ("abc", "xbc", "abz", "xbz"),
            ("abc", "bc", "abcd", "bcd"),
            ("abc", "abxc", "abxc", "abxc"),
            ("", "ab", "", "ab"),
            ("abc", "", "abc", ""),
            ("abcd", "bacd", "abcx", "bacx"),
        ];
        for (base, mine, theirs, expected) in cases {
            assert_eq!(merged(base, mine, theirs).as_deref(), Some(expected), "{mine} | {theirs}");
        }
    }

    #[test]
    fn one_place_changed_differently_is_a_clash() {
        for (base, mine, theirs) in [("abc", "axc", "ayc"), ("abc", "xbc", "ayc"), ("", "a", "b")] {
            assert_eq!(merged(base, mine, theirs), None, "{mine} | {theirs}");
        }
    }

    #[test]
    fn what_differs_stands_between_marks() {
        let marked = marked("a\nb\nc", "a\nx\nc");
        assert_eq!(marked, "a\n<<<<<<< ours\nb\n=======\nx\n>>>>>>> theirs\nc");
        let stretches = merge("a\nb\n", "a\nx\n", "a\ny\n");
        assert_eq!(marked_stretches(&stretches), "a\n<<<<<<< ours\ny\n=======\nx\n>>>>>>> theirs\n");
    }

    proptest! {
        #[test]
        fn one_side_alone_is_taken_as_it_is(base in "[a-c]{0,9}", side in "[a-c]{0,9}") {
            prop_assert_eq!(merged(&base, &side, &base), Some(side.clone()));
            prop_assert_eq!(merged(&base, &base, &side), Some(side.clone()));
            prop_assert_eq!(merged(&base, &side, &side), Some(side));
        }

        #[test]
        fn every_line_of_both_sides_is_somewhere(base in "[a-c]{0,9}", mine in "[a-z]{0,9}", theirs in "[a-z]{0,9}") {
            let [base, mine, theirs] = [base, mine, theirs].map(|letters| text(&letters));
            let marked = marked_stretches(&merge(&base, &mine, &theirs));
            for line in mine.lines().chain(theirs.lines()).filter(|line| !base.contains(line)) {
                prop_assert!(marked.lines().any(|kept| kept == line), "{marked}");
            }
        }
    }
}
