use super::*;
use crate::settings::actions::ScreenName;

fn says(text: &str) -> Vec<String> {
    Keymap::read(text).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn own_keys_take_the_place_of_those_of_the_table_everywhere() {
    let keymap = Keymap::read("\"undo\" = [\"ctrl-y\", \"u\"]\n\"setting.commit\" = \"C\"\n").unwrap();
    let setting = Context::Screen(ScreenName::Setting);
    let commit = keymap.rows(setting).iter().find(|row| row.id == "setting.commit").unwrap();
    assert_eq!(commit.shown_keys(), ["C"]);
    assert_eq!(keymap.meaning(setting, &[], Chord::letter('C')), Meaning::Does(commit.action));
    assert_eq!(keymap.meaning(setting, &[], Chord::letter('c')), Meaning::Nothing);
    assert!(keymap.table().iter().any(|row| row.id == "setting.commit" && row.keys == ["C"]));
    assert_ne!(*keymap, *Keymap::usual());
}

#[test]
fn a_value_that_is_no_key_is_told_with_all_the_others() {
    let says = says("\"undo\" = 5\nsetting.commit = \"C\"\n\"redo\" = [\"x\", 1]\n\"help\" = []\n");
    let begins =
        ["keys.toml:1:10: undo: a key", "keys.toml:2:1: setting: a key", "keys.toml:3:10: redo: a key"];
    assert!(begins.iter().all(|begin| says.iter().any(|says| says.starts_with(begin))), "{says:?}");
    assert!(says.iter().any(|says| says.starts_with("keys.toml:4:10: help: it needs a key")), "{says:?}");
    assert!(says.iter().all(|says| !says.contains("untagged")), "{says:?}");
}

#[test]
fn all_mistakes_are_told_together_with_their_lines() {
    let text = "\"setting.comit\" = \"C\"\n\"list.down\" = \"wild-x\"\n# a comment\n\"undo\" = \"U\"\n\
                \"help\" = []\n\"nothing.like.it.at.all\" = \"x\"\n";
    let says = says(text);
    let begins = [
        "keys.toml:1:19: there is no action `setting.comit`; did you mean `setting.commit`?",
        "keys.toml:2:15: list.down: ",
        "keys.toml:4:10: undo: `U` is a key of redo there",
        "keys.toml:5:10: help: it needs a key",
        "keys.toml:6:28: there is no action `nothing.like.it.at.all`; `okr keys`",
    ];
    assert_eq!(says.len(), begins.len(), "{says:?}");
    for (said, begin) in says.iter().zip(begins) {
        assert!(said.starts_with(begin), "{said}");
    }
}

#[test]
fn a_file_that_is_none_is_a_sentence_with_its_line() {
    assert!(says("\n\"undo\" = 3\n")[0].starts_with("keys.toml:2:10: "), "{:?}", says("\n\"undo\" = 3\n"));
    let says = says("= =\n");
    assert!(says[0].starts_with("keys.toml:1:") && says[0].contains(": this is no TOML"), "{says:?}");
    assert_eq!(*Keymap::read("").unwrap(), *Keymap::usual());
    assert_eq!(*Keymap::read(include_str!("../../../assets/keys.toml")).unwrap(), *Keymap::usual());
    // What the template shows can be taken over as it stands.
    let shown =
        include_str!("../../../assets/keys.toml").lines().filter_map(|line| line.strip_prefix("#   "));
    let shown: Vec<&str> = shown.filter(|line| line.starts_with('"')).collect();
    assert!(shown.len() > 2 && Keymap::read(&shown.join("\n")).is_ok(), "{shown:?}");
}

#[test]
fn a_letter_of_another_layout_is_its_own_key_where_the_file_names_it() {
    let keymap = Keymap::read("\"list.down\" = [\"\u{445}\", \"down\"]\n").unwrap();
    let (named, other) = (Chord::letter('\u{445}'), Chord::letter('\u{43a}'));
    assert_eq!(keymap.heard(named), named);
    assert_eq!(keymap.heard(other), Chord::letter('r'));
    assert_eq!(Keymap::usual().heard(named), Chord::letter('['));
    let setting = Context::Screen(ScreenName::Setting);
    assert!(matches!(keymap.meaning(setting, &[], keymap.heard(named)), Meaning::Does(_)));
}

#[test]
fn what_is_said_of_an_action_names_the_key_in_force_or_where_it_is_listed() {
    let keymap =
        Keymap::read("\"undo\" = [\"ctrl-y\", \"u\"]\n\"redo\" = []\n\"form.theirs\" = []\n").unwrap();
    assert_eq!(keymap.key(GlobalAction::Undo), "Ctrl-Y");
    assert_eq!(keymap.key(GlobalAction::Redo), ": “Redo”");
    assert_eq!(keymap.key(FormAction::Theirs), "F1 “Take theirs”");
    assert_eq!(keymap.invitation(GlobalAction::Redo), ": “Redo”");
    assert_eq!(Keymap::usual().key(Action::Global(GlobalAction::Go(ScreenName::Map))), "g m");
}

#[test]
fn a_letter_that_answers_a_menu_is_given_to_nothing_else_there() {
    let says = says("\"menu.next\" = [\"n\", \"down\"]\n\"menu.leave\" = [\"esc\", \"ctrl-o\"]\n");
    assert_eq!(says, ["keys.toml:1:15: menu.next: `n` answers in menus"]);
}

#[test]
fn a_key_that_is_taken_is_told_once_with_the_place_where_it_answers() {
    assert_eq!(says("\"undo\" = \"g u\"\n"), ["keys.toml:1:10: undo: `g` answers in sessions"]);
    let taken = says("\"undo\" = \"g\"\n");
    assert_eq!(taken.iter().filter(|says| says.contains("is a key of")).count(), 1, "{taken:?}");
    assert!(taken.iter().any(|says| says.contains(" more there")), "{taken:?}");
}

#[test]
fn a_key_that_edits_a_line_is_given_to_nothing_else_where_one_types() {
    let says = says("\"form.discard\" = \"ctrl-z\"\n\"finder.next\" = [\"ctrl-a\", \"home\"]\n");
    assert_eq!(
        says,
        [
            "keys.toml:1:18: form.discard: `ctrl-z` edits the line that is typed there",
            "keys.toml:2:17: finder.next: `ctrl-a` edits the line that is typed there",
            "keys.toml:2:17: finder.next: `home` edits the line that is typed there",
        ]
    );
    assert!(Keymap::read("\"undo\" = \"ctrl-y\"\n\"form.discard\" = \"ctrl-d\"\n").is_ok());
}

#[test]
fn the_key_that_always_leaves_is_given_to_nothing_else() {
    assert_eq!(says("\"undo\" = \"ctrl-c\"\n").len(), 1);
    assert!(says("\"undo\" = \"ctrl-c\"\n")[0].contains("leaves"));
}
