use super::super::element::tests::{table, value};
use super::*;
use proptest::prelude::*;
use toml::Value;

/// Everything a person may have written: comments everywhere, odd spelling, every kind of table.
const FIXTURE: &str = r#"# The file of a key result.

# words before the first key
id    = 'sign-in'   # quoted its own way
rank = 1_000 # with an underscore
  share = 0.50 # two digits
committed = true # yes
due = 2027-03-26 # a date
why = """
first line
second line # no comment
""" # after the text
aliases = ["a", 'b',"c"] # short list
initiatives = [ # opening
  "one", # about one
  # about two
  'two', # behind two
  "three" # no comma
] # closing
source = { name = 'survey', n = 3 } # inline
"odd key" = 1 # quoted
dotted.one = 1 # dotted
dotted.two.deep = 2 # deeper
unknown = nan # nobody knows

# the measure
[measure] # header
# first inside
target = 14 # target
unit = "%" # unit

[measure.baseline] # below
value = 2.0 # base
# last inside

[implicit.only] # child of a table without header
x = 1 # x

# the first revision
[[revision]] # one
date = 2027-02-11 # when
reason = "r" # why

[[revision]] # two
date = 2027-02-18 # when again
  [revision.detail] # below a block
  n = 1 # n

[[blocker]]
text = "t" # no name
# the end
"#;

type Change<'c> = &'c dyn Fn(&mut Table);

fn fixture() -> Table {
    FIXTURE.parse().unwrap()
}

/// Changes the fixture by `change` and compares the lines that differ: `-` gone, `+` new.
fn difference(change: impl FnOnce(&mut Table)) -> String {
    let mut after = fixture();
    change(&mut after);
    let patched = patch(FIXTURE, &fixture(), &after).unwrap();
    lines_between(FIXTURE, &patched)
}

fn lines_between(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let shorter = before.len().min(after.len()) - head;
    let tail = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take(shorter)
        .take_while(|(one, other)| one == other)
        .count();
    let gone = before[head..before.len() - tail].iter().map(|line| format!("-{line}"));
    let new = after[head..after.len() - tail].iter().map(|line| format!("+{line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}

fn section<'t>(table: &'t mut Table, key: &str) -> &'t mut Table {
    table[key].as_table_mut().unwrap()
}

fn block<'t>(table: &'t mut Table, key: &str, index: usize) -> &'t mut Table {
    table[key].as_array_mut().unwrap()[index].as_table_mut().unwrap()
}

fn set(table: &mut Table, key: &str, value: &str) {
    let value = format!("v = {value}").parse::<Table>().unwrap().remove("v").unwrap();
    table.insert(key.to_owned(), value);
}

#[test]
fn every_kind_of_value_keeps_the_comment_behind_it() {
    let cases = [
        ("id", "'x'", "-id    = 'sign-in'   # quoted its own way\n+id    = \"x\"   # quoted its own way"),
        ("rank", "7", "-rank = 1_000 # with an underscore\n+rank = 7 # with an underscore"),
        ("share", "0.75", "-  share = 0.50 # two digits\n+  share = 0.75 # two digits"),
        ("committed", "false", "-committed = true # yes\n+committed = false # yes"),
        ("due", "2027-03-27", "-due = 2027-03-26 # a date\n+due = 2027-03-27 # a date"),
        (
            "why",
            "'one\u{20}line'",
            "-why = \"\"\"\n-first line\n-second line # no comment\n-\"\"\" # after the text\n+why = \"one line\" # after the text",
        ),
        (
            "aliases",
            "['a', 'x', 'c']",
            "-aliases = [\"a\", 'b',\"c\"] # short list\n+aliases = [\"a\", \"x\", \"c\"] # short list",
        ),
        ("aliases", "[]", "-aliases = [\"a\", 'b',\"c\"] # short list\n+aliases = [] # short list"),
        (
            "source",
            "{ name = 'survey', n = 4 }",
            "-source = { name = 'survey', n = 3 } # inline\n+source = { name = 'survey', n = 4 } # inline",
        ),
        (
            "source",
            "{ n = 3, m = 1 }",
            "-source = { name = 'survey', n = 3 } # inline\n+source = { n = 3, m = 1 } # inline",
        ),
        ("odd key", "2", "-\"odd key\" = 1 # quoted\n+\"odd key\" = 2 # quoted"),
    ];
    for (key, value, expected) in cases {
        assert_eq!(difference(|table| set(table, key, value)), expected);
    }
}

#[test]
fn an_element_that_shares_its_line_with_a_bracket_takes_new_ones_beside_it() {
    for (text, wanted, after) in [
        (
            "people = [ \"Ada\", # one\n  \"Bo\",\n  # \"Cy\" left\n  \"Di\" ] # all\n",
            &["Ada", "Bo", "Di", "Ed"][..],
            "people = [ \"Ada\", # one\n  \"Bo\",\n  # \"Cy\" left\n  \"Di\", \"Ed\" ] # all\n",
        ),
        (
            "people = [\"Ada\", # one\n  \"Bo\", # two\n]\n",
            &["Ed", "Ada", "Bo"],
            "people = [\"Ed\", \"Ada\", # one\n  \"Bo\", # two\n]\n",
        ),
        (
            "people = [ # all\n  \"Ada\", \"Bo\", # two\n  \"Di\", ]\n",
            &["Ada", "Cy", "Bo", "Di"],
            "people = [ # all\n  \"Ada\", \"Cy\", \"Bo\", # two\n  \"Di\", ]\n",
        ),
    ] {
        let before: Table = text.parse().unwrap();
        let wanted = wanted.iter().map(|name| Value::from(*name)).collect::<Vec<_>>();
        let wanted = Table::from_iter([("people".to_owned(), Value::from(wanted))]);
        assert_eq!(patch(text, &before, &wanted).unwrap(), after);
    }
}

#[test]
fn a_list_of_several_lines_keeps_its_comments() {
    let cases = [
        ("['one', 'two', 'four']", "-  \"three\" # no comma\n+  \"four\" # no comma"),
        (
            "['one', 'two', 'three', 'four']",
            "-  \"three\" # no comma\n+  \"three\", # no comma\n+  \"four\",",
        ),
        ("['one', 'three']", "-  'two', # behind two"),
        ("['one', 'new', 'two', 'three']", "+  \"new\","),
        (
            "['new', 'one', 'two', 'three']",
            "-initiatives = [ # opening\n-  \"one\", # about one\n+initiatives = [ # opening\n+  \"new\",\n+  \"one\", # about one",
        ),
        ("['one', 'two']", "-  \"three\" # no comma"),
    ];
    for (value, expected) in cases {
        let found = difference(|table| set(table, "initiatives", value));
        let shorter = expected.strip_prefix(
            "-initiatives = [ # opening\n-  \"one\", # about one\n+initiatives = [ # opening\n",
        );
        assert!(found == expected || shorter.is_some() && found == "+  \"new\",", "{found}");
    }
}

#[test]
fn a_key_goes_behind_the_last_of_its_table() {
    let cases: [(Change, &str); 6] = [
        (&|table| set(table, "new", "0.5"), "+new = 0.5"),
        (&|table| set(section(table, "measure"), "new", "1"), "+new = 1"),
        (&|table| set(section(table, "dotted"), "new", "{ a = 1 }"), "+dotted.new = { a = 1 }"),
        (&|table| set(section(section(table, "dotted"), "two"), "new", "1"), "+dotted.two.new = 1"),
        (&|table| set(block(table, "revision", 0), "new", "1"), "+new = 1"),
        (&|table| set(section(block(table, "revision", 1), "detail"), "new", "1"), "+  new = 1"),
    ];
    for (change, expected) in cases {
        assert_eq!(difference(change), expected);
    }
    let mut after = fixture();
    set(section(&mut after, "measure"), "new", "1");
    let patched = patch(FIXTURE, &fixture(), &after).unwrap();
    assert!(patched.contains("unit = \"%\" # unit\nnew = 1\n\n[measure.baseline]"), "{patched}");
}

#[test]
fn tables_and_blocks_are_added_where_they_belong() {
    let cases: [(Change, &str, &str); 6] = [
        (
            &|table| set(section(table, "measure"), "new", "{ a = 1 }"),
            "+\n+[measure.new]\n+a = 1",
            "value = 2.0 # base\n\n[measure.new]",
        ),
        (
            &|table| set(table, "new", "{ a = 1, b = { c = 2 } }"),
            "+\n+[new]\n+a = 1\n+\n+[new.b]\n+c = 2",
            "x = 1 # x\n\n[new]",
        ),
        (
            &|table| set(section(table, "implicit"), "new", "1"),
            "+\n+[implicit]\n+new = 1",
            "x = 1 # x\n\n[implicit]",
        ),
        (
            &|table| set(table, "new", "[{ a = 1 }]"),
            "+\n+[[new]]\n+a = 1",
            "text = \"t\" # no name\n\n[[new]]\na = 1\n# the end",
        ),
        (
            &|table| set(block(table, "revision", 0), "new", "{ a = 1 }"),
            "+\n+[revision.new]\n+a = 1",
            "reason = \"r\" # why\n\n[revision.new]",
        ),
        (
            &|table| {
                table["revision"]
                    .as_array_mut()
                    .unwrap()
                    .push("date = 2027-03-01".parse::<Table>().unwrap().into());
            },
            "+\n+[[revision]]\n+date = 2027-03-01",
            "  n = 1 # n\n\n[[revision]]\ndate = 2027-03-01\n\n[[blocker]]",
        ),
    ];
    for (change, lines, place) in cases {
        let mut after = fixture();
        change(&mut after);
        let patched = patch(FIXTURE, &fixture(), &after).unwrap();
        let found = lines_between(FIXTURE, &patched);
        let sorted = |text: &str| {
            let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&found), sorted(lines));
        assert!(patched.contains(place), "{patched}");
    }
}

#[test]
fn a_removed_key_takes_its_line_along_and_nothing_else() {
    let cases: [(Change, &str); 6] = [
        (&|table| drop(table.remove("rank")), "-rank = 1_000 # with an underscore"),
        (
            &|table| drop(table.remove("why")),
            "-why = \"\"\"\n-first line\n-second line # no comment\n-\"\"\" # after the text",
        ),
        (&|table| drop(table.remove("dotted")), "-dotted.one = 1 # dotted\n-dotted.two.deep = 2 # deeper"),
        (&|table| drop(section(table, "measure").remove("target")), "-target = 14 # target"),
        (
            &|table| drop(section(table, "measure").remove("baseline")),
            "-\n-[measure.baseline] # below\n-value = 2.0 # base",
        ),
        (
            &|table| drop(table["revision"].as_array_mut().unwrap().remove(1)),
            "-\n-[[revision]] # two\n-date = 2027-02-18 # when again\n-  [revision.detail] # below a block\n-  n = 1 # n",
        ),
    ];
    for (change, expected) in cases {
        let mut found: Vec<_> = difference(change).lines().map(str::to_owned).collect();
        let mut expected: Vec<_> = expected.lines().map(str::to_owned).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn blocks_are_followed_by_name_not_by_position() {
    let text = "[[b]]\nid = 'x' # x\nn = 1\n\n[[b]]\nid = 'y' # y\nn = 2 # two\nextra = 1\n";
    let before = "b = [{ id = 'x', n = 1 }, { id = 'y', n = 2 }]".parse().unwrap();
    let after = "b = [{ id = 'z', n = 9 }, { id = 'y', n = 3 }]".parse().unwrap();
    let expected = "[[b]]\nid = 'y' # y\nn = 3 # two\nextra = 1\n\n[[b]]\nid = \"z\"\nn = 9\n";
    assert_eq!(patch(text, &before, &after).unwrap(), expected);
}

#[test]
fn line_endings_and_byte_order_mark_are_kept() {
    let text = format!("\u{feff}{}", FIXTURE.replace('\n', "\r\n"));
    let before: Table = text.parse().unwrap();
    let mut after = before.clone();
    set(&mut after, "rank", "7");
    set(&mut after, "new", "'two\u{20}words'");
    set(&mut after, "long", r#""a\nb""#);
    set(&mut after, "many", "[{ a = 1 }]");
    after["initiatives"].as_array_mut().unwrap().push("four".into());
    after.remove("due");
    let patched = patch(&text, &before, &after).unwrap();
    assert!(patched.starts_with("\u{feff}# The file"));
    assert_eq!(patched.matches('\n').count(), patched.matches("\r\n").count());
    assert!(
        patched.contains("rank = 7 # with an underscore\r\n") && patched.contains("long = \"a\\nb\"\r\n")
    );
}

#[test]
fn a_last_line_without_ending_gets_one() {
    let (before, after) = ("a = 1".parse().unwrap(), "a = 1\nb = 2".parse().unwrap());
    assert_eq!(patch("a = 1", &before, &after).unwrap(), "a = 1\nb = 2\n");
    assert_eq!(patch("a = 1", &before, &before).unwrap(), "a = 1");
    assert_eq!(patch("", &Table::new(), &after).unwrap(), "a = 1\nb = 2\n");
}

#[test]
fn a_first_key_goes_below_the_comment_that_opens_the_file() {
    let after = "a = 1".parse().unwrap();
    let cases = [
        ("# about\n\n# t\n[t]\n", "# about\n\na = 1\n\n# t\n[t]\n"),
        ("# t\n[t]\n", "a = 1\n\n# t\n[t]\n"),
        ("# about\n", "# about\na = 1\n"),
    ];
    for (text, expected) in cases {
        assert_eq!(patch(text, &Table::new(), &after).unwrap(), expected);
    }
}

#[test]
fn an_empty_list_becomes_blocks() {
    let (before, after) = ("r = []\nz = 1".parse().unwrap(), "z = 1\n[[r]]\na = 1".parse().unwrap());
    assert_eq!(patch("r = []\nz = 1\n", &before, &after).unwrap(), "z = 1\n\n[[r]]\na = 1\n");
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_place() {
    let error = patch("a = 1\nb = = 2", &Table::new(), &Table::new()).unwrap_err();
    assert!(matches!(error, PatchError::Syntax { offset: 10, .. }), "{error:?}");
}

#[test]
fn a_new_document_reads_like_written_by_hand() {
    let table = "m = { t = 0.5, b = { v = 1 } }\nr = [{ d = 2027-01-01, why = 'x' }, { d = 2027-01-02 }]\nid = 'a'\nwhy = \"one\\ntwo\"";
    let expected = "id = \"a\"\nwhy = \"\"\"\none\ntwo\"\"\"\n\n[m]\nt = 0.5\n\n[m.b]\nv = 1\n\n[[r]]\nd = 2027-01-01\nwhy = \"x\"\n\n[[r]]\nd = 2027-01-02\n";
    assert_eq!(render(&table.parse().unwrap()), expected);
}

/// Sets, adds or removes one entry somewhere in a value.
fn mutate(value: &mut Value, path: &[usize], new: Option<&Value>) {
    let Some((step, rest)) = path.split_first() else { return };
    match value {
        Value::Table(table) if rest.is_empty() || table.is_empty() => {
            let known: Vec<_> = table.keys().cloned().chain(["fresh".to_owned()]).collect();
            let key = known[step % known.len()].clone();
            match new {
                Some(new) => drop(table.insert(key, new.clone())),
                None => drop(table.remove(&key)),
            }
        }
        Value::Table(table) => {
            let at = step % table.len();
            mutate(table.iter_mut().nth(at).unwrap().1, rest, new);
        }
        Value::Array(list) if rest.is_empty() || list.is_empty() => match new {
            Some(new) => list.insert(step % (list.len() + 1), new.clone()),
            None if list.is_empty() => {}
            None => drop(list.remove(step % list.len())),
        },
        Value::Array(list) => {
            let at = step % list.len();
            mutate(&mut list[at], rest, new);
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_change_of_any_document_arrives(before in table(), after in table(), crlf in any::<bool>()) {
        let text = if crlf { render(&before).replace('\n', "\r\n") } else { render(&before) };
        let before: Table = text.parse().unwrap();
        let patched = patch(&text, &before, &after);
        prop_assert!(patched.is_ok(), "{text}\n--\n{after}");
        let back = patched.unwrap();
        prop_assert_eq!(patch(&back, &after, &after).unwrap(), back.clone());
        prop_assert!(back.is_empty() || back.ends_with('\n') || back == text);
    }

    #[test]
    fn no_change_leaves_every_byte(before in table(), same in table()) {
        let text = render(&before);
        prop_assert_eq!(patch(&text, &same, &same).unwrap(), text);
        prop_assert_eq!(patch(FIXTURE, &same, &same).unwrap(), FIXTURE);
    }

    #[test]
    fn any_change_of_the_fixture_arrives(
        edits in prop::collection::vec((prop::collection::vec(0_usize..20, 1..4), prop::option::of(value())), 1..4),
    ) {
        let mut after = Value::Table(fixture());
        for (path, new) in &edits {
            mutate(&mut after, path, new.as_ref());
        }
        let after = after.as_table().unwrap();
        let patched = patch(FIXTURE, &fixture(), after);
        prop_assert!(patched.is_ok(), "{after}");
    }
}
