//! Merges three texts of one record: values field by field, comments line by line.
//!
//! It is what a save does with what others wrote meanwhile, for two texts of which both may hold comments: when two
//! clones meet, and when git asks for its merge driver.

use toml::Table;

use super::comments;
use super::element::same_table;
use super::layout::address_of;
use super::lines::{self as by_line, Stretch};
use super::merge::{Clash, Merged, merge};
use super::patch::{PatchError, parsed, patch};
use super::read::beyond;
use super::same_record;
use crate::domain::change::Address;
use crate::words::store::reading as words;

/// What two texts come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Woven {
    /// Both changes together; where they clash, theirs.
    pub text: String,
    /// What a person has to decide.
    pub clashes: Vec<Clash>,
}

/// Merges what `mine` and `theirs` made of the text of one record.
///
/// Comments, order and spelling of both sides are kept; where both wrote a comment at one place, mine stands before
/// theirs, and a comment of mine whose place is gone stands at the end.
///
/// # Errors
///
/// [`PatchError`] if one of them is no TOML, or the changes cannot be put together without harm.
pub fn weave(base: &str, mine: &str, theirs: &str) -> Result<Woven, PatchError> {
    let tables = [table(base)?, table(mine)?, table(theirs)?];
    let Merged { table, clashes } = merge(&tables[0], &tables[1], &tables[2]);
    let wanted = new_comments(base, mine);
    // Each version with the values of the outcome: what is left to merge is what the values do not say.
    let [base, mine, theirs] =
        [(base, 0), (mine, 1), (theirs, 2)].map(|(text, at)| patch(text, &tables[at], &table));
    let text = match (base, mine, theirs) {
        (Ok(base), Ok(mine), Ok(theirs)) => woven(&base, &mine, &theirs, &table).unwrap_or(theirs),
        (_, Ok(one), Err(_)) | (_, Err(_), Ok(one)) => one,
        (Err(PatchError::Layout), Ok(_), Ok(theirs)) => theirs,
        (_, _, Err(error)) | (Err(error), ..) => return Err(error),
    };
    Ok(Woven { text: with_all(text, wanted), clashes })
}

/// The text of `mine` with one field as `base` has it.
///
/// # Errors
///
/// [`PatchError`] if one of them is no TOML, or the field cannot be put there without harm.
pub fn with_value_of(base: &str, mine: &str, field: &str) -> Result<String, PatchError> {
    let (base, is) = (table(base)?, table(mine)?);
    let mut wanted = is.clone();
    match base.get(field) {
        Some(value) => wanted.insert(field.to_owned(), value.clone()),
        None => wanted.remove(field),
    };
    patch(mine, &is, &wanted)
}

/// What a text holds; what no reader would look into is not looked into here either.
fn table(text: &str) -> Result<Table, PatchError> {
    if let Some(offset) = beyond(text) {
        return Err(PatchError::Syntax { offset, message: words::IT_IS_TOO_LONG_OR_TOO_DEEP.to_owned() });
    }
    parsed(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The comments that `text` has more than `base`.
fn new_comments<'t>(base: &str, text: &'t str) -> Vec<&'t str> {
    let mut known = comments::of(base);
    let mut new = comments::of(text);
    new.retain(|comment| match known.iter().position(|known| known == comment) {
        Some(at) => {
            known.swap_remove(at);
            false
        }
        None => true,
    });
    new
}

/// Puts the comments that a text lacks at its end.
fn with_all(mut text: String, wanted: Vec<&str>) -> String {
    let kept: Vec<String> = comments::of(&text).into_iter().map(str::to_owned).collect();
    for comment in wanted {
        if !kept.iter().any(|kept| kept == comment) {
            let newline = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            text = format!("{text}{newline}{comment}\n");
        }
    }
    text
}

/// Merges texts of the same values; `None` if the outcome would mean anything else.
fn woven(base: &str, mine: &str, theirs: &str, meaning: &Table) -> Option<String> {
    let text: String = by_line::merge(base, mine, theirs).iter().map(together).collect();
    table(&text).is_ok_and(|table| same_table(&table, meaning)).then_some(text)
}

/// The lines of a stretch: where both changed it, line by line if they can be told apart, else theirs behind the
/// comments of mine.
fn together(stretch: &Stretch<'_>) -> String {
    let (base, mine, theirs) = match stretch {
        Stretch::Settled(lines) => return lines.concat(),
        Stretch::Clash { base, mine, theirs } => (base, mine, theirs),
    };
    if base.len() == mine.len() && base.len() == theirs.len() {
        let each = base.iter().zip(mine).zip(theirs);
        let one = |((base, mine), theirs): ((&&str, &&str), &&str)| {
            if base == theirs { (*mine).to_owned() } else { (*theirs).to_owned() }
        };
        let is_clear =
            each.clone().all(|((base, mine), theirs)| base == mine || base == theirs || mine == theirs);
        if is_clear {
            return each.map(one).collect();
        }
    }
    let is_new_comment =
        |line: &&&str| line.trim_start().starts_with('#') && !base.contains(*line) && !theirs.contains(*line);
    mine.iter().filter(is_new_comment).chain(theirs).copied().collect()
}

/// Merges three texts that are no records line by line; `None` if both changed the same lines.
pub fn lines(base: &str, mine: &str, theirs: &str) -> Option<String> {
    by_line::settled(&by_line::merge(base, mine, theirs))
}

/// What two texts of one record come to, for whoever joins the changes of two clones.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// Both changes together; where they clash, theirs.
    pub text: String,
    /// What a person has to decide.
    pub clashes: Vec<Clash>,
    /// Whether both gave it another place; theirs stands, as nothing but a place is lost.
    pub is_reordered: bool,
}

/// The field that says nothing but where a thing stands among others.
const RANK: &str = "rank";

/// Joins two texts of one record; without a base both made it. `None` if they made two things under one name that somebody
/// invented: nothing of it is mixed.
///
/// # Errors
///
/// [`PatchError`] if one of them is no TOML, or the changes cannot be put together without harm.
pub fn joined(
    address: &Address,
    base: Option<&str>,
    mine: &str,
    theirs: &str,
) -> Result<Option<Joined>, PatchError> {
    if base.is_none() && same_record(address, mine, theirs) {
        return Ok(Some(Joined { text: theirs.to_owned(), clashes: Vec::new(), is_reordered: false }));
    }
    if base.is_none() && !address.is_one_of_a_kind() {
        return Ok(None);
    }
    let Woven { text, mut clashes } = weave(base.unwrap_or_default(), mine, theirs)?;
    let all = clashes.len();
    clashes.retain(|clash| clash.path != RANK);
    Ok(Some(Joined { text, is_reordered: clashes.len() < all, clashes }))
}

/// Merges three texts of the file at a path for git, which knows the sides as `ours` and `theirs`; a record as `okr sync` does.
///
/// # Errors
///
/// The text with the marks of git around what a person has to decide.
pub fn for_git(path: &str, base: &str, ours: &str, theirs: &str) -> Result<String, String> {
    let is_made_twice = base.trim().is_empty() && !ours.trim().is_empty() && !theirs.trim().is_empty();
    let begun = (!is_made_twice).then_some(base);
    let outcome = match address_below(path) {
        Some(address) => joined(&address, begun, theirs, ours),
        None if is_made_twice => Ok(alike(ours, theirs)),
        None => weave(base, theirs, ours)
            .map(|Woven { text, clashes }| Some(Joined { text, clashes, is_reordered: false })),
    };
    match outcome {
        Ok(None) => Err(by_line::marked(ours, theirs)),
        Ok(Some(Joined { text, clashes, .. })) if clashes.is_empty() => Ok(text),
        Ok(Some(Joined { text, .. })) => Err(both(base, &text, theirs)),
        Err(_) => {
            let merged = by_line::merge(base, theirs, ours);
            by_line::settled(&merged).ok_or_else(|| by_line::marked_stretches(&merged))
        }
    }
}

/// Tells whether git merges two records into one file: it takes one that was removed and one of like lines that was added for
/// one that was renamed. `sides` is what it calls ours and theirs, with their paths where these differ; a git that does not
/// say it is known by a key result whose title and metric are both another.
pub fn is_of_two(path: &str, sides: &[String], [base, ours, theirs]: [&str; 3]) -> bool {
    if let [one, other] = sides
        && !one.starts_with('%')
    {
        let at = |side: &str| address_below(side.rsplit_once(':')?.1);
        return at(one).zip(at(other)).is_some_and(|(one, other)| !one.is_same(&other));
    }
    let is_key_result = matches!(address_below(path), Some(Address::KeyResult(..)));
    is_key_result && [ours, theirs].into_iter().any(|side| is_another(base, side))
}

/// Whether neither the title of a key result nor its metric is what it was.
fn is_another(base: &str, side: &str) -> bool {
    let (Ok(base), Ok(side)) = (table(base), table(side)) else { return false };
    let metric = |table: &Table| table.get("measure")?.get("metric").cloned();
    let are_known = base.contains_key("title") && metric(&base).is_some();
    are_known && base.get("title") != side.get("title") && metric(&base) != metric(&side)
}

/// Two records in one file, between the marks of git.
pub fn side_by_side(ours: &str, theirs: &str) -> String {
    by_line::apart(ours, theirs)
}

/// The first of two texts where both say the same.
fn alike(ours: &str, theirs: &str) -> Option<Joined> {
    let is_same = table(ours).is_ok_and(|one| table(theirs).is_ok_and(|other| same_table(&one, &other)));
    is_same.then(|| Joined { text: ours.to_owned(), clashes: Vec::new(), is_reordered: false })
}

/// The record at a path, in whatever folder of a repository the workspace lies.
fn address_below(path: &str) -> Option<Address> {
    let below = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
    std::iter::once(path).chain(below).find_map(address_of)
}

/// What was merged with ours and with theirs in the fields that clash.
fn both(base: &str, ours: &str, theirs: &str) -> String {
    let with_theirs = || {
        let tables = [table(base)?, table(ours)?, table(theirs)?];
        let wanted = merge(&tables[0], &tables[1], &tables[2]).table;
        patch(ours, &tables[1], &wanted)
    };
    by_line::marked(ours, &with_theirs().unwrap_or_else(|_: PatchError| theirs.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::element::tests::table;
    use super::super::patch::render;
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "# ours\ntitle = 'a'\nrank = 1\n\n[measure]\ntarget = 1 # dared\nscope = 'x'\n";

    fn text(base: &str, mine: &str, theirs: &str) -> String {
        let woven = weave(base, mine, theirs).unwrap();
        assert_eq!(woven.clashes, []);
        woven.text
    }

    #[test]
    fn neighbouring_fields_and_the_comments_of_both_are_kept() {
        let mine = BASE.replace("target = 1", "target = 2").replace("# ours", "# ours\n# mine");
        let theirs = BASE.replace("'x'", "'y' # theirs").replace("# dared", "# we dared");
        let expected = "# ours\n# mine\ntitle = 'a'\nrank = 1\n\n[measure]\ntarget = 2 # we dared\nscope = 'y' # theirs\n";
        assert_eq!(text(BASE, &mine, &theirs), expected);
        assert_eq!(text(BASE, &theirs, &mine), expected);
    }

    #[test]
    fn two_comments_at_one_place_are_both_kept() {
        let mine = BASE.replace("rank = 1", "# mine\nrank = 1");
        let theirs = BASE.replace("rank = 1", "# theirs\nrank = 2");
        let expected = BASE.replace("rank = 1", "# mine\n# theirs\nrank = 2");
        assert_eq!(text(BASE, &mine, &theirs), expected);
    }

    #[test]
    fn new_keys_and_blocks_of_both_are_kept() {
        let mine = format!("{BASE}\n[[line]]\nid = 'm' # mine\n");
        let theirs =
            format!("{}\n[[line]]\nid = 't' # theirs\n", BASE.replace("rank = 1\n", "rank = 1\nwhy = 'w'\n"));
        let woven = text(BASE, &mine, &theirs);
        for line in ["id = \"m\"", "id = 't' # theirs", "why = 'w'", "# mine"] {
            assert!(woven.contains(line), "{woven}");
        }
    }

    #[test]
    fn a_comment_without_its_place_stands_at_the_end() {
        let mine = BASE.replace("# dared", "# mine");
        let theirs = BASE.replace("# dared", "# theirs");
        assert_eq!(text(BASE, &mine, &theirs), format!("{theirs}# mine\n"));
        let gone = BASE.replace("target = 1 # dared\n", "");
        assert_eq!(text(BASE, &mine, &gone), format!("{gone}# mine\n"));
    }

    #[test]
    fn one_field_set_differently_is_left_to_a_person() {
        let mine = BASE.replace("target = 1", "target = 2").replace("rank = 1", "rank = 5");
        let theirs = BASE.replace("target = 1", "target = 3");
        let woven = weave(BASE, &mine, &theirs).unwrap();
        assert_eq!(woven.clashes.len(), 1);
        assert_eq!(woven.text, theirs.replace("rank = 1", "rank = 5"));
        let left = for_git("x.toml", BASE, &theirs, &mine).unwrap_err();
        let marks = "<<<<<<< ours\ntarget = 3 # dared\n=======\ntarget = 2 # dared\n>>>>>>> theirs\n";
        assert_eq!(left, BASE.replace("rank = 1", "rank = 5").replace("target = 1 # dared\n", marks));
    }

    #[test]
    fn byte_order_marks_and_line_endings_are_no_change() {
        let theirs = format!("\u{feff}{}", BASE.replace('\n', "\r\n"));
        let mine = BASE.replace("rank = 1", "rank = 2");
        assert_eq!(text(BASE, &mine, &theirs), theirs.replace("rank = 1", "rank = 2"));
        let deep = format!("a = {}", "[".repeat(100_000));
        assert!(weave(BASE, &mine, &deep).is_err());
        assert!(for_git("x.toml", BASE, &mine, &deep).is_err());
    }

    #[test]
    fn what_was_made_twice_is_not_mixed() {
        assert_eq!(for_git("x.toml", "", "a = 1\n", "a = 1 # same\n").unwrap(), "a = 1\n");
        let left = for_git("x.toml", "", "a = 1\n", "a = 1\nb = 2\n").unwrap_err();
        assert_eq!(left, "a = 1\n<<<<<<< ours\n=======\nb = 2\n>>>>>>> theirs\n");
    }

    #[test]
    fn a_record_is_merged_for_git_as_it_is_shared() {
        let frame = "okrs/teams/payments/2027-q1/cycle.toml";
        let (mine, theirs) = ("# mine\ncommitted = 2027-01-04\n", "principles = ['a'] # theirs\n");
        let both = for_git(frame, "", theirs, mine).unwrap();
        for line in ["# mine", "committed = 2027-01-04", "principles = ['a'] # theirs"] {
            assert!(both.contains(line), "{both}");
        }
        assert!(for_git(frame, "", "committed = 2027-01-05\n", mine).is_err());
        let objective = "teams/payments/2027-q1/objectives/a/objective.toml";
        assert!(
            for_git(objective, "", "title = 'a'\n", "title = 'a'\nwhy_now = 'b'\n").is_err(),
            "two of one name"
        );
        assert_eq!(
            for_git(objective, "", "rank = 1\ntitle = 'a'\n", "title = 'a' # same\nrank = 1\n").unwrap(),
            "rank = 1\ntitle = 'a'\n"
        );
        let [base, ours, theirs] = [1, 2, 3].map(|rank| format!("title = 'a'\nrank = {rank}\n"));
        assert_eq!(for_git(objective, &base, &ours, &theirs).unwrap(), ours, "nothing but a place is lost");
        assert!(for_git("x.toml", &base, &ours, &theirs).is_err());
    }

    #[test]
    fn what_is_no_toml_is_merged_by_lines() {
        assert_eq!(
            for_git("x.toml", "a = \nb\nc = 1\n", "a = \nb\nc = 2\n", "x = \nb\nc = 1\n").unwrap(),
            "x = \nb\nc = 2\n"
        );
        assert!(for_git("x.toml", "a = \n", "b = \n", "c = \n").unwrap_err().contains("=======\nc = \n"));
        assert!(matches!(weave("a = \n", "", ""), Err(PatchError::Syntax { .. })));
    }

    proptest! {
        #[test]
        fn the_values_are_those_of_the_merge(base in table(), mine in table(), theirs in table()) {
            let [b, m, t] = [&base, &mine, &theirs].map(render);
            let merged = merge(&parsed(&b).unwrap(), &parsed(&m).unwrap(), &parsed(&t).unwrap());
            if let Ok(woven) = weave(&b, &m, &t) {
                prop_assert!(same_table(&parsed(&woven.text).unwrap(), &merged.table), "{}", woven.text);
                prop_assert_eq!(woven.clashes, merged.clashes);
            }
        }

        #[test]
        fn one_side_alone_is_taken_byte_for_byte(base in table(), side in table()) {
            let [b, s] = [&base, &side].map(render);
            if let (Ok(one), Ok(other)) = (weave(&b, &s, &b), weave(&b, &b, &s)) {
                prop_assert_eq!(&one.text, &s);
                prop_assert_eq!(&other.text, &s);
            }
        }
    }
}
