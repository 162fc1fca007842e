use super::super::beside::{FEW, Others};
use super::*;
use std::fs;
use tempfile::TempDir;

const KEY_RESULT: &str = "teams/payments/2027-q1/objectives/sign-in/failures.toml";

/// A small workspace of one team, one quarter and one key result.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("okr.toml", "format = 1\n"),
        ("cycles/2027-q1.toml", "label = '2027-Q1'\nfirst = 2027-01-01\nlast = 2027-03-31\n"),
        ("teams/payments/team.toml", "name = 'Payments'\n"),
        ("teams/payments/2027-q1/cycle.toml", "pattern = 'a'\n"),
        ("teams/payments/2027-q1/objectives/sign-in/objective.toml", "title = 'Sign-in works'\n"),
        (KEY_RESULT, "title = 'Failures'\n"),
    ] {
        put(&folder, path, text);
    }
    folder
}

fn put(folder: &TempDir, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn open(folder: &TempDir) -> Loaded {
    Store::open(folder.path()).unwrap().1
}

/// The rules and places of all problems.
fn problems(folder: &TempDir) -> Vec<String> {
    let shown = |problem: &Problem| format!("{} {}:{}", problem.rule, problem.path.display(), problem.line);
    open(folder).problems.iter().map(shown).collect()
}

/// The titles of all objectives and key results.
fn titles(loaded: &Loaded) -> Vec<String> {
    let quarters = loaded.workspace.quarters.values();
    let all = quarters.flat_map(|quarter| &quarter.objectives).flat_map(|objective| {
        let under = objective.key_results.iter().map(|key_result| key_result.title.clone());
        std::iter::once(objective.title.clone()).chain(under)
    });
    all.collect()
}

#[test]
fn a_sound_workspace_is_read_without_problems() {
    let folder = workspace();
    let loaded = open(&folder);
    assert_eq!(loaded.problems, []);
    assert_eq!(titles(&loaded), ["Sign-in works", "Failures"]);
    assert!(loaded.unread.is_empty() && loaded.newer_format.is_none());
}

#[test]
fn a_store_that_reads_alone_reads_the_same() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "okr.toml", "format = 1\n");
    put(&folder, "teams/payments/team.toml", "name = 'Payments'\n");
    for year in 2000..2020 {
        let cycle = format!("label = '{year}-Q1'\nfirst = {year}-01-01\nlast = {year}-03-31\n");
        put(&folder, &format!("cycles/{year}-q1.toml"), cycle);
        put(&folder, &format!("teams/payments/{year}-q1/cycle.toml"), "pattern = 'a'\nodd = 1\n");
    }
    let store = Store::find(folder.path()).unwrap();
    let read = store.load().unwrap();
    assert_eq!((read.workspace.quarters.len(), read.problems.len()), (20, 20));
    assert_eq!(store.alone().load().unwrap(), read);
}

/// A second team, whose objective stands above that of the first.
#[test]
fn each_quarter_is_counted_and_none_is_begun_once_the_count_is_stopped() {
    let folder = workspace();
    let store = Store::find(folder.path()).unwrap();
    let count = Count::default();
    assert_eq!(store.load_counting(&count).unwrap().workspace.quarters.len(), count.now().0);
    assert_eq!(count.now(), (1, 1));
    let stopped = Count::until(std::sync::Arc::new(true.into()));
    assert!(store.load_counting(&stopped).unwrap().workspace.quarters.is_empty());
    assert_eq!(stopped.now(), (0, 1));
}

fn with_a_second_team(folder: &TempDir) {
    let link = "title = 'Sign-in works'\ncontributes_to = 'acme/2027-q1/trust'\n";
    for (path, text) in [
        ("teams/payments/2027-q1/objectives/sign-in/objective.toml", link),
        ("teams/payments/2026-q4/cycle.toml", "closed = 2026-12-31\n"),
        ("teams/acme/team.toml", "name = 'Acme'\n"),
        ("teams/acme/2027-q1/objectives/trust/objective.toml", "title = 'Trust'\n"),
        ("teams/acme/2027-q1/cycle.toml", ""),
        ("teams/acme/2026-q4/cycle.toml", "<<<<<<< HEAD\n"),
        ("cycles/2026-q4.toml", "label = '2026-Q4'\nfirst = 2026-10-01\nlast = 2026-12-31\n"),
    ] {
        put(folder, path, text);
    }
}

fn names<'k>(keys: impl IntoIterator<Item = &'k QuarterKey>) -> Vec<String> {
    keys.into_iter().map(ToString::to_string).collect()
}

#[test]
fn of_what_was_not_asked_for_only_the_name_is_known() {
    let folder = workspace();
    with_a_second_team(&folder);
    let store = Store::find(folder.path()).unwrap();
    let mut loaded = store.outline(&Names::All).unwrap();
    let all = ["acme/2026-q4", "acme/2027-q1", "payments/2026-q4", "payments/2027-q1"];
    assert_eq!(names(&loaded.workspace.unopened), all);
    assert!(loaded.workspace.quarters.is_empty() && loaded.problems.is_empty());
    let one = loaded.workspace.unopened.iter().last().cloned().into_iter().collect();
    store.open_quarters(&mut loaded, &one).unwrap();
    assert_eq!(names(loaded.workspace.quarters.keys()), ["payments/2027-q1"]);
    assert_eq!(names(&loaded.workspace.unopened), all[..3]);
}

/// More quarters of a second team than are read unasked.
fn with_many(folder: &TempDir) {
    with_a_second_team(folder);
    for day in 0..FEW {
        fs::create_dir_all(folder.path().join(format!("teams/acme/old-{day}"))).unwrap();
    }
}

/// The quarters that are read for a team.
fn read_for(folder: &TempDir, cycle: Option<&str>, others: Others) -> Vec<String> {
    let store = Store::find(folder.path()).unwrap();
    let cycle = cycle.map(|cycle| cycle.parse().unwrap());
    let loaded = store.load_team(&"payments".parse().unwrap(), cycle.as_ref(), others).unwrap();
    assert_eq!(loaded.problems, [], "what was not read is not complained about");
    names(loaded.workspace.quarters.keys())
}

#[test]
fn of_the_others_a_team_comes_with_what_it_refers_to_and_who_names_it() {
    let folder = workspace();
    with_many(&folder);
    let team = |id: &str, key_result: &str| {
        put(&folder, &format!("teams/{id}/team.toml"), format!("name = '{id} team'\n"));
        put(&folder, &format!("teams/{id}/2027-q1/cycle.toml"), "");
        let objective = format!("teams/{id}/2027-q1/objectives/o");
        put(&folder, &format!("{objective}/objective.toml"), "title = 'O'\n");
        put(&folder, &format!("{objective}/k.toml"), format!("title = 'K'\n{key_result}"));
    };
    let asks = |name: &str| format!("[[dependency]]\nid = 'a'\nteam = '{name}'\nneed = 'x'\n");
    team("asking", &asks(" PAYMENTS"));
    team("asked", "");
    team("measured", "measured_at = 'payments'\n");
    team("escaped", "\"measured\\u005fat\" = 'payments'\n");
    team("beside", &asks("search"));
    team("broken", "");
    put(&folder, "teams/broken/2027-q1/objectives/o/k.toml", "measured_at = \n");
    put(&folder, KEY_RESULT, format!("title = 'Failures'\n{}", asks("Asked team")));
    let concerned = [
        "acme/2027-q1",
        "asked/2027-q1",
        "asking/2027-q1",
        "escaped/2027-q1",
        "measured/2027-q1",
        "payments/2026-q4",
        "payments/2027-q1",
    ];
    assert_eq!(read_for(&folder, None, Others::Concerned), concerned);
}

#[test]
fn the_map_is_read_with_all_that_runs_beside_the_cycle_that_is_looked_at() {
    let folder = workspace();
    with_many(&folder);
    put(&folder, "cycles/2027.toml", "label = '2027'\nfirst = 2027-01-01\nlast = 2027-12-31\n");
    put(&folder, "teams/acme/2027/cycle.toml", "");
    let own = ["payments/2026-q4", "payments/2027-q1"];
    let concerned = [&["acme/2027-q1"], &own[..]].concat();
    assert_eq!(read_for(&folder, Some("2027-q1"), Others::Concerned), concerned);
    let beside = [&["acme/2027"], &concerned[..]].concat();
    assert_eq!(read_for(&folder, Some("2027-q1"), Others::Beside), beside);
}

#[test]
fn all_is_read_when_no_quarter_is_left_and_no_team_was_passed_by() {
    let folder = workspace();
    let store = Store::find(folder.path()).unwrap();
    assert!(!store.is_all(&store.outline(&Names::All).unwrap().workspace), "a quarter is left");
    let all = store.load().unwrap().workspace;
    assert!(store.is_all(&all));
    put(&folder, "teams/search/team.toml", "name = 'Search'\n");
    assert!(!store.is_all(&all), "a team was passed by");
}

#[test]
fn part_after_part_comes_to_the_whole() {
    let folder = workspace();
    with_a_second_team(&folder);
    let store = Store::find(folder.path()).unwrap();
    let mut parts = store.outline(&Names::All).unwrap();
    for key in parts.workspace.unopened.clone() {
        store.open_quarters(&mut parts, &BTreeSet::from([key])).unwrap();
    }
    assert_eq!(parts, store.load().unwrap());
    let mut taken = store.load_team(&"payments".parse().unwrap(), None, Others::Concerned).unwrap().workspace;
    taken.take_in(store.load_team(&"acme".parse().unwrap(), None, Others::Concerned).unwrap().workspace);
    assert_eq!(taken, parts.workspace);
}

#[test]
fn of_many_teams_only_those_asked_for_are_looked_at() {
    let folder = workspace();
    for team in 0..40 {
        put(&folder, &format!("teams/team-{team}/team.toml"), "<<<<<<< HEAD\n");
    }
    let store = Store::find(folder.path()).unwrap();
    let near = |teams: &[&str]| {
        let names = Names::Near(teams.iter().map(|id| id.parse().unwrap()).collect());
        store
            .outline(&names)
            .unwrap()
            .workspace
            .teams
            .into_keys()
            .map(|id| id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(near(&["payments"]), ["payments"]);
    assert_eq!(near(&["gone"]), ["payments"], "the first of all");
    assert_eq!(store.outline(&Names::All).unwrap().workspace.teams.len(), 41);
}

#[test]
fn a_folder_without_okr_toml_is_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open(folder.path()), Err(OpenError::NoWorkspace(_))));
    let error = Store::open(&folder.path().join("nowhere")).unwrap_err();
    assert!(error.to_string().ends_with("nowhere is no workspace: it holds no okr.toml"), "{error}");
}

#[test]
fn a_broken_file_hides_nothing_but_itself() {
    let files = [
        ("okr.toml", "(none)"),
        ("cycles/2027-q1.toml", "(none)"),
        ("teams/payments/team.toml", "(none)"),
        ("teams/payments/2027-q1/cycle.toml", "(none)"),
        ("teams/payments/2027-q1/objectives/sign-in/objective.toml", "Sign-in works"),
        (KEY_RESULT, "Failures"),
    ];
    for (path, hidden) in files {
        let folder = workspace();
        put(&folder, path, "<<<<<<< HEAD\n");
        assert_eq!(problems(&folder), [format!("merge-marker {path}:1")]);
        let loaded = open(&folder);
        let shown = titles(&loaded);
        for title in ["Sign-in works", "Failures"].iter().filter(|title| **title != hidden) {
            assert!(shown.iter().any(|shown| shown == title), "{path}: {shown:?}");
        }
        assert!(!shown.iter().any(|shown| shown == hidden));
        assert_eq!(loaded.unread.iter().map(ToString::to_string).collect::<Vec<_>>(), [path]);
        let key = loaded.workspace.quarters.keys().next().unwrap();
        assert!(loaded.workspace.cycles.contains_key(&key.cycle), "{path}");
    }
}

#[test]
fn a_missing_file_that_others_hang_on_is_named_and_hides_nothing() {
    for path in [
        "cycles/2027-q1.toml",
        "teams/payments/team.toml",
        "teams/payments/2027-q1/cycle.toml",
        "teams/payments/2027-q1/objectives/sign-in/objective.toml",
    ] {
        let folder = workspace();
        fs::remove_file(folder.path().join(path)).unwrap();
        assert_eq!(problems(&folder), [format!("missing-file {path}:1")]);
        assert!(titles(&open(&folder)).contains(&"Failures".to_owned()), "{path}");
    }
}

#[test]
fn foreign_files_are_mild_and_hidden_ones_nothing() {
    let folder = workspace();
    for path in ["README.md", "src/main.rs", ".git/config", "teams/.DS_Store", "teams/payments/.x.toml.swp"] {
        put(&folder, path, "x");
    }
    assert_eq!(problems(&folder), Vec::<String>::new());
    put(&folder, "teams/payments/notes.md", "x");
    put(&folder, "teams/payments/2027-q1/old/x.toml", "x");
    let expected = ["foreign-file teams/payments/2027-q1/old:1", "foreign-file teams/payments/notes.md:1"];
    assert_eq!(problems(&folder), expected);
    assert!(open(&folder).problems.iter().all(|problem| problem.level == Level::Note));
}

#[test]
fn a_name_that_is_no_id_is_named_and_not_used() {
    let folder = workspace();
    put(&folder, "teams/Pay ments/team.toml", "name = 'x'");
    put(&folder, "cycles/2027_Q2.toml", "x");
    assert_eq!(problems(&folder), ["id cycles/2027_Q2.toml:1", "id teams/Pay ments:1"]);
    assert_eq!(open(&folder).workspace.teams.len(), 1);
}

#[test]
fn what_is_no_text_or_too_much_of_it_is_a_sentence() {
    let folder = workspace();
    put(&folder, "teams/payments/team.toml", b"name = 'x'\nx = '\xff'\n");
    put(&folder, "cycles/2027-q2.toml", vec![b'#'; 3 << 20]);
    let loaded = open(&folder);
    let told: Vec<_> = loaded.problems.iter().map(|p| (p.rule, p.line, p.column)).collect();
    assert_eq!(told, [("file-size", 1, 1), ("utf-8", 2, 6)]);
    assert!(loaded.problems[0].message.contains("3145728 bytes"));
}

#[test]
fn steps_of_a_team_are_read_as_far_as_they_go() {
    let folder = workspace();
    put(
        &folder,
        "steps.toml",
        "[[step]]\nid = 'SET-6'\nbox = '4 + 2*X'\nhint = 'a'\n[[step]]\nid = 'SET-99'\n",
    );
    assert_eq!(problems(&folder), ["value steps.toml:3", "value steps.toml:6"]);
    let loaded = open(&folder);
    let own = loaded.workspace.steps.of(crate::domain::step::Step::Set6).unwrap();
    assert_eq!((own.timebox.as_ref(), own.hint.as_deref()), (None, Some("a")));
    assert!(loaded.problems[0].message.contains("such as 4 + 2*K"), "{:?}", loaded.problems);
}

#[test]
fn a_newer_format_is_opened_to_be_looked_at() {
    let folder = workspace();
    put(&folder, "okr.toml", "odd = 1\nformat = 2\n");
    assert_eq!(problems(&folder), ["newer-format okr.toml:2"]);
    assert_eq!(open(&folder).newer_format, Some(2));
    put(&folder, "okr.toml", "format = 0\n");
    assert_eq!(problems(&folder), ["format okr.toml:1"]);
    assert_eq!(open(&folder).newer_format, None);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_workspace_only() {
    use std::os::unix::fs::symlink;
    let folder = workspace();
    let outside = tempfile::tempdir().unwrap();
    put(&outside, "team.toml", "name = 'x'");
    symlink(outside.path(), folder.path().join("teams/secret")).unwrap();
    symlink("2027-q1.toml", folder.path().join("cycles/same.toml")).unwrap();
    symlink(folder.path(), folder.path().join("teams/loop")).unwrap();
    symlink("nowhere", folder.path().join("cycles/dangling.toml")).unwrap();
    let found = problems(&folder);
    assert!(found.contains(&"link teams/secret:1".to_owned()), "{found:?}");
    assert!(found.contains(&"link cycles/dangling.toml:1".to_owned()), "{found:?}");
    let loaded = open(&folder);
    assert_eq!((loaded.workspace.teams.len(), loaded.workspace.cycles.len()), (1, 2));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_keeps_nobody_waiting() {
    use std::os::unix::net::UnixListener;
    let folder = workspace();
    let path = folder.path().join("cycles/2027-q2.toml");
    let _socket = UnixListener::bind(path).unwrap();
    assert_eq!(problems(&folder), ["unreadable cycles/2027-q2.toml:1"]);
}
