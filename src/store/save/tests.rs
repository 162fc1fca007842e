//! What a save does to the files, and what it leaves.

use super::*;
use crate::domain::change::Edit;
use crate::domain::team::{Settings, Team};
use tempfile::TempDir;

const TEXT: &str = "# ours\nname = 'Payments' # spoken\npeople = ['Ana']\nodd = 1\n";
const PATH: &str = "teams/payments/team.toml";

fn workspace() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "okr.toml", "format = 1\n");
    put(&folder, PATH, TEXT);
    let store = Store::open(folder.path()).unwrap().0.with_state(folder.path().join(".state"));
    (folder, store)
}

fn put(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn text(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn no_objective_goes_from_above_a_key_result_that_others_have_added_since() {
    let (folder, store) = workspace();
    let quarter = "teams/payments/2027-q1";
    put(&folder, "cycles/2027-q1.toml", "label = '2027-Q1'\nfirst = 2027-01-01\nlast = 2027-03-31\n");
    put(&folder, &format!("{quarter}/cycle.toml"), "");
    put(&folder, &format!("{quarter}/objectives/calm/objective.toml"), "title = 'Calm deploys'\n");
    put(&folder, &format!("{quarter}/objectives/calm/ci.toml"), "title = 'CI'\n");
    let workspace = store.load().unwrap().workspace;
    let key = workspace.quarters.keys().next().unwrap();
    let day = crate::domain::day::Day::new(2026, 12, 10).unwrap();
    let desk = crate::domain::decision::Desk::at(&workspace, key, day).unwrap();
    let change = desk.remove_objective(&"calm".parse().unwrap()).unwrap();
    let added = format!("{quarter}/objectives/calm/pages.toml");
    put(&folder, &added, "title = 'Pages'\n");
    let error = store.save(&change).unwrap_err();
    assert!(error.to_string().contains(&format!("others have made {added}, so")), "{error}");
    assert!(error.written.is_empty() && text(&folder, &added).contains("Pages"));
    assert!(text(&folder, &format!("{quarter}/objectives/calm/ci.toml")).contains("CI"));
    fs::remove_file(folder.path().join(&added)).unwrap();
    store.save(&change).unwrap();
}

fn address(id: &str) -> Address {
    Address::Team(id.parse().unwrap())
}

fn team(id: &str, name: &str, people: &[&str]) -> Record {
    let people = people.iter().map(|&name| name.to_owned()).collect();
    Record::Team(Team { people, ..Team::named(id.parse().unwrap(), name) })
}

fn before() -> Record {
    team("payments", "Payments", &["Ana"])
}

fn update(after: Record) -> Change {
    Change::one("change the team", Edit::update(address("payments"), before(), after))
}

fn conflict(outcome: Result<Saved, SaveError>) -> Conflict {
    match outcome.unwrap_err().obstacle {
        Obstacle::Clash { conflict, .. } => conflict,
        other => panic!("{other}"),
    }
}

#[test]
fn a_change_touches_what_it_is_about_and_nothing_else() {
    let (folder, store) = workspace();
    let saved = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap();
    assert_eq!(saved.merged, [(address("payments"), team("payments", "Pay", &["Ana"]))]);
    assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Pay\""));
    store.save(&update(team("payments", "Pay", &["Ana"])).inverse()).unwrap();
    assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Payments\""));
}

#[test]
fn no_change_touches_no_byte() {
    let (folder, store) = workspace();
    let modified = || fs::metadata(folder.path().join(PATH)).unwrap().modified().unwrap();
    let earlier = modified();
    store.save(&update(before())).unwrap();
    assert_eq!((text(&folder, PATH).as_str(), modified()), (TEXT, earlier));
}

#[test]
fn what_others_changed_meanwhile_is_merged_and_given_back() {
    let (folder, store) = workspace();
    put(&folder, PATH, &TEXT.replace("['Ana']", "['Ana', 'Lin']"));
    let saved = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap();
    assert_eq!(saved.merged, [(address("payments"), team("payments", "Pay", &["Ana", "Lin"]))]);
    assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Pay\"").replace("'Ana'", "'Ana', 'Lin'"));
}

#[test]
fn the_same_field_set_differently_is_left_to_a_person() {
    let (folder, store) = workspace();
    let theirs = TEXT.replace("Payments", "Money");
    put(&folder, PATH, &theirs);
    let error = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap_err();
    let draft = error.draft.clone().unwrap();
    assert_eq!(
        error.to_string(),
        format!(
            "teams/payments/team.toml: changed meanwhile: `name` (yours: \"Pay\", there: \"Money\"); \
             nothing was changed; what you wanted is kept in {}",
            draft.display()
        )
    );
    assert_eq!(text(&folder, PATH), theirs);
    let kept = fs::read_to_string(draft).unwrap();
    assert!(kept.contains("sentence = \"change the team\"") && kept.contains("Pay"), "{kept}");
}

#[cfg(unix)]
#[test]
fn a_draft_is_for_this_person_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, store) = workspace();
    put(&folder, PATH, "name = 'Money'\n");
    let draft = store.save(&update(team("payments", "Pay", &[]))).unwrap_err().draft.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&draft), mode(draft.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn all_edits_are_looked_at_before_the_first_is_written() {
    let (folder, store) = workspace();
    put(&folder, PATH, &TEXT.replace("Payments", "Money"));
    let mut change = Change::one("add", Edit::create(address("search"), team("search", "Search", &[])));
    change.edits.extend(update(team("payments", "Pay", &["Ana"])).edits);
    assert!(matches!(conflict(store.save(&change)), Conflict::Fields(_)));
    assert!(!folder.path().join("teams/search").exists());
}

#[test]
fn a_new_file_replaces_none_but_the_same_is_fine() {
    let (folder, store) = workspace();
    let create = |name| Change::one("add", Edit::create(address("search"), team("search", name, &[])));
    for _ in 0..2 {
        assert_eq!(store.save(&create("Search")).unwrap().merged.len(), 1);
    }
    assert_eq!(conflict(store.save(&create("Seek"))), Conflict::Taken);
    assert_eq!(text(&folder, "teams/search/team.toml"), "name = \"Search\"\nlevel = \"team\"\n");
}

#[test]
fn only_what_nobody_changed_is_removed() {
    let (folder, store) = workspace();
    let remove = Change::one("remove", Edit::remove(address("payments"), before()));
    put(&folder, PATH, &TEXT.replace("Payments", "Money"));
    assert_eq!(conflict(store.save(&remove)), Conflict::Changed);
    put(&folder, PATH, TEXT);
    store.save(&remove).unwrap();
    store.save(&remove).unwrap();
    assert!(!folder.path().join("teams").exists());
    assert_eq!(conflict(store.save(&update(team("payments", "Pay", &[])))), Conflict::Gone);
}

#[test]
fn a_moved_record_takes_its_comments_along() {
    let (folder, store) = workspace();
    let after = (address("money"), team("money", "Money", &["Ana"]));
    let edit = Edit { before: Some((address("payments"), before())), after: Some(after.clone()) };
    let change = Change::one("move", edit);
    for _ in 0..2 {
        // Twice, as after an error between the two files.
        assert_eq!(store.save(&change).unwrap().merged, std::slice::from_ref(&after));
        assert_eq!(text(&folder, "teams/money/team.toml"), TEXT.replace("'Payments'", "\"Money\""));
        assert!(!folder.path().join("teams/payments").exists());
    }
    put(&folder, PATH, TEXT);
    store.save(&change).unwrap();
    assert!(!folder.path().join("teams/payments").exists());
    store.save(&change.inverse()).unwrap();
    assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Payments\""));
    put(&folder, "teams/money/team.toml", "name = 'else'\n");
    assert_eq!(conflict(store.save(&change)), Conflict::Taken);
}

#[test]
fn several_edits_of_one_file_build_on_each_other() {
    let (folder, store) = workspace();
    let (one, two) = (team("payments", "Pay", &["Ana"]), team("payments", "Pay", &[]));
    let mut change = update(one.clone());
    change.edits.push(Edit::update(address("payments"), one, two));
    store.save(&change).unwrap();
    assert_eq!(text(&folder, PATH), "# ours\nname = \"Pay\" # spoken\nodd = 1\n");
}

#[test]
fn a_damaged_file_is_left_as_it_is() {
    let (folder, store) = workspace();
    for damaged in ["name = 'Payments\n", "name = 'Payments'\npeople = ['Ana', 2]\n"] {
        put(&folder, PATH, damaged);
        let error = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap_err();
        assert!(matches!(error.obstacle, Obstacle::Damaged(_)), "{error}");
        assert!(error.to_string().starts_with("teams/payments/team.toml:") && error.draft.is_some());
        assert_eq!(text(&folder, PATH), damaged);
    }
}

#[test]
fn a_newer_or_unknown_format_is_not_written_into() {
    let (folder, store) = workspace();
    let change = update(team("payments", "Pay", &["Ana"]));
    put(&folder, "okr.toml", "format = 2\nlevel = { }\n");
    let error = store.save(&change).unwrap_err();
    assert!(matches!(error.obstacle, Obstacle::ReadOnly(2)), "{error}");
    put(&folder, "okr.toml", "<<<<<<< HEAD\nformat = 2\n");
    let error = store.save(&change).unwrap_err();
    assert!(matches!(error.obstacle, Obstacle::Damaged(_)), "{error}");
    assert_eq!(text(&folder, PATH), TEXT);
}

#[test]
fn a_workspace_begins_in_an_empty_folder_only() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, ".git/config", "");
    let mut change =
        Change::one("begin", Edit::create(Address::Settings, Record::Settings(Settings::default())));
    change.edits.push(Edit::create(address("payments"), before()));
    let new = folder.path().join("a/b");
    for place in [new.as_path(), folder.path()] {
        if place == folder.path() {
            fs::remove_dir_all(folder.path().join("a")).unwrap();
        }
        let store = Store::begin(place, &change).unwrap();
        assert_eq!(store.load().unwrap().problems, []);
        let refused = Store::begin(place, &change).unwrap_err();
        assert!(matches!(refused.obstacle, Obstacle::NotEmpty(_)), "{refused}");
    }
}

#[test]
fn a_refusal_of_the_system_keeps_the_draft_and_says_what_was_saved() {
    let (folder, store) = workspace();
    put(&folder, "teams/search/team.toml", "name = 'Search'\n");
    let locked = folder.path().join("teams/search/team.toml");
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
    let mut change = update(team("payments", "Pay", &["Ana"]));
    let (before, after) = (team("search", "Search", &[]), team("search", "Seek", &[]));
    change.edits.push(Edit::update(address("search"), before, after));
    let error = store.save(&change).unwrap_err();
    assert!(matches!(error.obstacle, Obstacle::Write(_)), "{error}");
    assert!(error.draft.is_some());
    let shown = error.to_string();
    assert!(shown.contains("only this part was saved: teams/payments/team.toml"), "{shown}");
}
