//! J12: one page, one table, the calendar, everything; each with the notice, the same bytes for the same files, and
//! nothing in them that acts.

use crate::support::tree::{file, files, path_like, paths_like, write};
use crate::support::{Home, okr};

const NOTICE: &str = "They are not a measure of any person";
/// What no format may let through: mark-up, a formula, a link, an escape sequence, a turned reading direction.
const HOSTILE: &str = "=1+1 <script src=//a.b>|x| **b** [l](http://a.b) \u{1b}[31m \u{202e}x \u{9b}m @all";

/// The sample, kept in `okrs`.
fn sample() -> Home {
    let home = Home::empty();
    home.okr("init okrs --sample").code(0);
    home
}

fn export(home: &Home, rest: &str) -> String {
    let outcome = okr(home).dir(home.work().join("okrs")).args(format!("export {rest}")).run();
    outcome.code(0).stdout().to_owned()
}

/// The sample with a hostile text in every title and note of its running quarter.
fn hostile() -> Home {
    let home = sample();
    let quarter = home.work().join("okrs/teams/payments/2027-q1");
    let mut hit = 0;
    for path in files(&quarter).iter().filter(|path| path.contains(".toml")) {
        let changed: Vec<String> = file(&quarter, path)
            .lines()
            .map(|line| match line.split_once(" = \"") {
                Some((key @ ("title" | "why_now" | "reason" | "text" | "metric" | "source"), _)) => {
                    hit += 1;
                    format!("{key} = {}", toml::Value::from(HOSTILE))
                }
                _ => line.to_owned(),
            })
            .collect();
        write(&quarter, path, &changed.join("\n"));
    }
    assert!(hit > 20, "{hit}");
    home
}

#[test]
fn the_notice_of_a_page_ends_before_its_first_line() {
    let page = export(&sample(), "--format md");
    let (_, behind) = page.split_once(NOTICE).unwrap();
    let mut lines = behind.lines().skip(1);
    assert_eq!(
        (lines.next(), lines.next().map(|line| line.contains("committed on"))),
        (Some(""), Some(true)),
        "{page}"
    );
}

#[test]
fn every_format_carries_the_notice_and_has_the_same_bytes_twice() {
    let home = sample();
    for format in ["md", "html", "csv", "json", "ics"] {
        for scope in ["", "--all", "--history"] {
            let once = export(&home, &format!("--format {format} {scope}"));
            let unfolded = once.replace("\r\n ", "");
            assert!(unfolded.contains(NOTICE), "{format} {scope}");
            assert_eq!(once, export(&home, &format!("--format {format} {scope}")), "{format} {scope}");
        }
    }
}

#[test]
fn a_page_shows_what_the_files_say_and_names_nobody() {
    let home = sample();
    let page = export(&home, "--format md");
    for said in [
        "# Payments · 2027-Q1",
        "| 2.3 % → 0.5 % | 31 Mar | 1.8 % on 28 Jan | moved 28 % of the way | 50 | open |",
        "| 14 per month → 6 per month | 31 Mar | 15.5 per month on 29 Jan | moved away: -19 % |",
        "since 29 Jan: 18 min → 8 min, because",
        "by the last revision: moved 30 % of the way",
        "| to find out | 19 Feb | – | no data |",
        "dropped: Product teams moved their questions to chat",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let team = file(home.work(), "okrs/teams/payments/team.toml");
    let people = team.lines().find_map(|line| line.strip_prefix("people = [")).unwrap();
    let contact = |text: &str| text.contains("contact");
    for name in people.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"')) {
        for format in ["csv", "ics"] {
            let page = export(&home, &format!("--format {format}"));
            assert!(!page.contains(name) && !contact(&page), "{name} stands in {format}");
        }
    }
}

#[test]
fn a_browser_page_loads_nothing_runs_nothing_and_draws_what_was_read() {
    let home = sample();
    let page = export(&home, "--format html");
    for never in ["<script", "http:", "https:", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(never), "{never}");
    }
    for there in [
        "lang=\"en\"",
        "prefers-color-scheme: dark",
        "size: A4",
        "<th scope=\"col\">",
        "role=\"img\" aria-label=\"",
    ] {
        assert!(page.contains(there), "{there}");
    }
    let drawings = page.matches("<svg ").count();
    assert!(drawings >= 9 && drawings == page.matches("<figcaption>").count(), "{drawings}");
    for (open, close) in
        [("<section>", "</section>"), ("<article>", "</article>"), ("<table>", "</table>"), ("<ul>", "</ul>")]
    {
        assert_eq!(page.matches(open).count(), page.matches(close).count(), "{open}");
    }
}

#[test]
fn nothing_in_the_files_acts_in_what_is_exported() {
    let home = hostile();
    for format in ["md", "html", "csv", "json", "ics"] {
        let text = export(&home, &format!("--format {format}"));
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{format}");
    }
    let page = export(&home, "--format html");
    assert!(!page.contains("<script") && page.contains("&lt;script"), "{page}");
    let page = export(&home, "--format md");
    for never in ["<script", "**b**", "[l](", "http://", "@all", "|x|"] {
        assert!(!page.contains(never), "{never}\n{page}");
    }
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows = page.lines().filter(|line| line.starts_with("| "));
    assert!(rows.map(columns).all(|count| count == 8), "{page}");
    let table = export(&home, "--format csv");
    assert!(!table.contains(",=1+1") && !table.contains("\"=1+1") && table.contains("'=1+1"), "{table}");
}

#[test]
fn a_meeting_that_moves_stays_one_event_of_the_calendar() {
    let home = sample();
    let names = |text: &str| -> std::collections::BTreeSet<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let before = export(&home, "--format ics --cycle 2027-Q2");
    okr(&home).dir(home.work().join("okrs")).args("set 2027-q2 kick_off=2027-03-12").run().code(0);
    let after = export(&home, "--format ics --cycle 2027-Q2");
    assert_ne!(before, after);
    assert_eq!(names(&before), names(&after));
}

#[test]
fn a_calendar_holds_to_its_form() {
    let home = sample();
    let text = export(&home, "--format ics --all");
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\n', '\r']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    let unfolded = text.replace("\r\n ", "");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT\r\n").skip(1).collect();
    assert!(events.len() > 20, "{}", events.len());
    let mut ids: Vec<&str> = Vec::new();
    for event in events {
        let value = |name: &str| {
            let mut found = event.lines().filter_map(|line| line.strip_prefix(name));
            let value = found.next().unwrap_or_else(|| panic!("no {name} in {event}"));
            assert!(found.next().is_none(), "{name} twice in {event}");
            value
        };
        let (from, to) = (value("DTSTART;VALUE=DATE:"), value("DTEND;VALUE=DATE:"));
        assert!(from < to && from.len() == 8 && to.len() == 8, "{event}");
        assert!(value("DTSTAMP:").ends_with("T000000Z") && value("DESCRIPTION:").contains(NOTICE), "{event}");
        assert!(value("SUMMARY:").contains(": "), "{event}");
        ids.push(value("UID:"));
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "every meeting has an id of its own");
}

#[test]
fn the_calendar_of_a_cycle_is_that_of_each_of_its_teams() {
    let home = sample();
    let events = |rest: &str| {
        let text = export(&home, &format!("--format ics {rest}"));
        let (from, to) = (text.find("BEGIN:VEVENT").unwrap(), text.rfind("END:VCALENDAR").unwrap());
        text[from..to].to_owned()
    };
    let teams = ["acme", "engineering", "payments"];
    for team in teams {
        assert!(home.work().join("okrs/teams").join(team).join("2027-q1").is_dir(), "{team}");
    }
    let each: String = teams.map(|team| events(&format!("--team {team} --cycle 2027-q1"))).concat();
    assert_eq!(events("--all --cycle 2027-q1"), each);
}

#[test]
fn everything_comes_back_as_it_was() {
    let home = sample();
    okr(&home)
        .dir(home.work().join("okrs"))
        .args("export -o ../all.json")
        .run()
        .code(0)
        .stderr_has("Written: ../all.json");
    home.okr("import --json all.json copy --dry-run").code(0).stderr_has("records would come in");
    assert!(!home.work().join("copy").exists(), "a dry run writes nothing");
    home.okr("import --json all.json copy").code(0).stderr_has("records came in");
    let again = okr(&home).dir(home.work().join("copy")).args("export --format json").run();
    assert_eq!(again.code(0).stdout(), file(home.work(), "all.json"));
    okr(&home).dir(home.work().join("copy")).args("check").run().code(0);
    let again = okr(&home).dir(home.work().join("copy")).args("import --json ../all.json").run();
    again.code(0).stderr_has("0 records came in").stderr_has("stand here just so");
}

#[test]
fn keys_that_nobody_knows_are_not_left_out_unsaid() {
    let home = sample();
    let (okrs, odd) =
        (home.work().join("okrs"), "okrs/teams/payments/2027-q1/objectives/sign-in/sign-in-failures.toml");
    write(home.work(), odd, &format!("x_ticket = \"PAY-1\"\n{}", file(home.work(), odd)));
    let said = okr(&home).dir(&okrs).args("export -o ../all.json").run();
    said.code(0).stderr_has(
        "left out: teams/payments/2027-q1/objectives/sign-in/sign-in-failures.toml:1:1: `x_ticket` is",
    );
    let all = file(home.work(), "all.json");
    assert!(!all.contains("x_ticket"));
    let record = "\"record\": {";
    assert!(all.contains(record), "{all}");
    write(home.work(), "all.json", &all.replacen(record, "\"record\": {\"x_ticket\": \"PAY-1\",", 1));
    home.okr("import --json all.json copy")
        .code(1)
        .stderr_has("did not fit: record 1: ")
        .stderr_has("x_ticket");
}

#[test]
fn what_stands_here_otherwise_stays_and_is_named() {
    let home = sample();
    let okrs = home.work().join("okrs");
    okr(&home).dir(&okrs).args("export -o ../all.json").run().code(0);
    okr(&home).dir(&okrs).args("set team:payments people='Ada, Lin'").run().code(0);
    let outcome = okr(&home).dir(&okrs).args("import --json ../all.json").run();
    outcome
        .code(1)
        .stderr_has("did not fit: teams/payments/team.toml stands here already and says something else");
    assert!(file(&okrs, "teams/payments/team.toml").contains("Lin"));
    write(home.work(), "broken.json", "{\"version\": 1");
    okr(&home)
        .dir(&okrs)
        .args("import --json ../broken.json")
        .run()
        .code(1)
        .stderr_has("it is no JSON: line 1");
}

#[test]
fn a_team_writes_its_own_page_and_a_mistake_in_it_has_its_line() {
    let home = sample();
    write(
        home.work(),
        "own/quarter.md",
        "# {{ sheets[0].team }}\n{% for o in sheets[0].objectives %}\n- {{ o.title }}\n{% endfor %}\n",
    );
    let page = export(&home, "--format md --templates ../own");
    assert!(page.starts_with("# Payments\n- Sign-in that") && page.contains(NOTICE), "{page}");
    write(home.work(), "own/quarter.md", "# x\n{{ sheets[0].team | nothing_such }}\n");
    let outcome =
        okr(&home).dir(home.work().join("okrs")).args("export --format md --templates ../own").run();
    outcome.code(2).stderr_has("quarter.md:2: ");
    for slip in ["{{ nope }}", "{% for o in objectives %}{{ o.title }}{% endfor %}", "{{ sheets[0].nope }}"] {
        write(home.work(), "own/quarter.md", &format!("# x\n{slip}\n"));
        let outcome =
            okr(&home).dir(home.work().join("okrs")).args("export --format md --templates ../own").run();
        outcome.code(2).stderr_has("quarter.md:2: ");
        assert_eq!(outcome.stdout(), "", "{slip}");
    }
    write(home.work(), "own/quarter.md", "# x\n{% if nope %}a{% endif %}b\n");
    assert!(export(&home, "--format md --templates ../own").starts_with("# x\nb\n"));
    assert_eq!(path_like(home.work(), "own/*"), "own/quarter.md");
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_the_format_must_be_known() {
    let home = sample();
    let okrs = home.work().join("okrs");
    okr(&home)
        .dir(&okrs)
        .args("export -o nowhere/page.md")
        .run()
        .code(5)
        .stderr_has("nowhere/page.md was not written: its folder is not there");
    okr(&home).dir(&okrs).args("export -o page.txt").run().code(2).stderr_has("which format?");
}

#[test]
fn an_export_takes_the_place_of_no_file_of_a_workspace() {
    let home = sample();
    let okrs = home.work().join("okrs");
    let before = files(home.work());
    let into = ["okr.toml", "teams/payments/team.toml", "./teams/../okr.toml", "../okrs/steps.toml"];
    for file in into {
        let line = format!("export --format json -o {file}");
        okr(&home)
            .dir(&okrs)
            .args(line.as_str())
            .run()
            .code(2)
            .stderr_has("is a file of the workspace itself");
    }
    home.okr("--workspace okrs export -o okrs/okr.toml --format md").code(2);
    assert_eq!(files(home.work()), before);
    okr(&home).dir(&okrs).args("export -o teams/payments/page.md").run().code(0);
}

#[test]
fn a_trial_import_into_a_folder_that_is_not_empty_is_refused_as_the_real_one_is() {
    let home = sample();
    okr(&home).dir(home.work().join("okrs")).args("export -o ../all.json").run().code(0);
    write(home.work(), "full/notes.txt", "x");
    for rest in ["full --dry-run", "full"] {
        let line = format!("import --json all.json {rest}");
        home.okr(line.as_str()).code(2).stderr_has("full");
    }
    home.okr("import --json all.json anew --dry-run").code(0).stderr_has("would come in");
    assert!(!home.work().join("anew").exists());
}

#[test]
fn the_figures_of_the_history_leave_in_each_format_with_the_notice_and_the_same_bytes() {
    let home = sample();
    for format in ["md", "html", "csv", "json"] {
        let once = export(&home, &format!("--figures --format {format}"));
        assert!(once.contains(NOTICE), "{format}");
        assert_eq!(once, export(&home, &format!("--figures --format {format}")), "{format}");
        assert!(!once.contains("## Payments · 2027-Q1"), "the figures alone: {format}");
    }
    let page = export(&home, "--figures --format md");
    for said in [
        "## How right we were",
        "- opening: Brier ",
        "| 2026-Q4 | 6 |",
        "### Expected against reached",
        "at 1.0: ",
        "### What pays back late",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let whole = export(&home, "--history --format md");
    assert!(whole.contains("## How right we were") && whole.contains("## Payments · 2026-Q4"), "{whole}");
    let told: serde_json::Value = serde_json::from_str(&export(&home, "--figures --format json")).unwrap();
    let told_by_history = okr(&home).dir(home.work().join("okrs")).args("history --json").run().json();
    assert_eq!(told["calibration"], told_by_history["calibration"]);
    assert_eq!(export(&home, "--figures --format json"), export(&home, "--history --format json"));
    let table = export(&home, "--figures --format csv");
    let brier = told["calibration"][0]["all"]["brier"].as_f64().unwrap();
    let row = table.lines().find(|line| line.starts_with("payments,all,brier,opening,")).unwrap_or_default();
    assert!(row.contains(&format!(",{brier},")), "{brier}\n{table}");
    let columns = table.lines().next().unwrap().matches(',').count();
    assert_eq!(columns, 11, "{table}");
    okr(&home).dir(home.work().join("okrs")).args("export --figures --format ics").run().code(2);
}

#[test]
fn a_table_without_rows_still_carries_the_notice() {
    let home = Home::empty().today("2026-12-10");
    home.okr("init --team Payments --objective 'Sign-in people can rely on'").code(0);
    for scope in ["", "--all", "--figures"] {
        let table = home.okr(format!("export --format csv {scope}"));
        table.code(0).stdout_has(NOTICE);
        assert_eq!(table.stdout().lines().count(), 2, "{scope}\n{}", table.stdout());
    }
}

#[test]
fn all_teams_are_exported_without_one_being_named() {
    let home = Home::empty().today("2027-02-11");
    let begin = |team: &str, cycle: &str, objective: &str| {
        let line = format!("init --team {team} --cycle {cycle} --objective '{objective}'");
        home.okr(&*line).code(0);
    };
    // Nobody has named a team here before.
    let fresh = |line: &str| okr(&home).args(line).env("XDG_STATE_HOME", "/nowhere").run();
    begin("Payments", "2027-Q1", "Refunds reach buyers at once");
    begin("Search", "2027-Q1", "Shoppers find it");
    fresh("export --format md").code(2).stderr_has("which team?");
    fresh("export --all --format csv").code(0);
    for line in ["export --all --format md", "export --all --format md --cycle q1"] {
        fresh(line).code(0).stdout_has("Refunds reach buyers").stdout_has("Shoppers find it");
    }
    begin("Edge", "2027-H1 --first 2027-01-01 --last 2027-06-30", "Pages load at once");
    let asked = fresh("export --all --format md");
    asked.code(2).stderr_has("which cycle? Name it with --cycle:").stderr_has("2027-h1");
    fresh("export --all --format md --cycle 2027-h1").code(0).stdout_has("Pages load at once");
    fresh("export --all --format md --cycle 2027-h1 --team nobody").code(2).stderr_has("nobody");
}

#[test]
fn a_page_names_the_files_it_could_not_read() {
    let home = sample();
    let path = path_like(home.work(), "okrs/teams/payments/2026-q4/objectives/*/account-takeovers.toml");
    write(home.work(), &path, "oops\n");
    let (says, name) = ("Cannot be read, and is left out here: teams", "account-takeovers.toml");
    let okrs = home.work().join("okrs");
    for scope in ["", "--all", "--history", "--figures"] {
        for format in ["md", "html"] {
            let page = export(&home, &format!("--format {format} {scope} --cycle 2026-q4"));
            let lines: Vec<&str> = page.lines().filter(|line| line.contains("is left out here")).collect();
            assert!(!lines.is_empty(), "{format} {scope}\n{page}");
            assert!(lines.iter().all(|line| line.contains(says) && line.contains(name)), "{lines:?}");
        }
    }
    okr(&home).dir(&okrs).args("history").run().code(0).stdout_has(says);
    let other = export(&home, "--format md --cycle 2027-q1");
    assert!(!other.contains("left out here"), "{other}");
}

#[test]
fn a_key_result_that_was_moved_does_not_come_in_a_second_time() {
    let home = sample();
    write(home.work(), "all.json", &export(&home, "--format json"));
    okr(&home).dir(home.work().join("okrs")).args("move ci-duration sign-in").run().code(0);
    let outcome = okr(&home).dir(home.work().join("okrs")).args("import ../all.json").run();
    outcome.code(1).stderr_has("ci-duration.toml stands here already, under another objective");
    okr(&home).dir(home.work().join("okrs")).args("check").run().stdout_lacks("duplicate-id");
    let found = paths_like(home.work(), "okrs/teams/payments/2027-q1/objectives/*/ci-duration.toml");
    assert_eq!(found.len(), 1, "{found:?}");
}

/// A cell of an exported table: that of a column in the row of a key result.
fn cell_of(table: &str, key_result: &str, column: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = |heads: &csv::StringRecord, name: &str| heads.iter().position(|head| head == name).unwrap();
    let heads = reader.headers().unwrap().clone();
    let mut rows = reader.records().map(Result::unwrap);
    let row = rows.find(|row| &row[at(&heads, "key_result_id")] == key_result).unwrap();
    row[at(&heads, column)].to_owned()
}

#[test]
fn the_last_confidence_is_a_vote_of_a_check_in() {
    let home = super::draft();
    super::run(&home, "checkin sign-in-failures --opening --votes '50 70'");
    super::run(&home, "commit --reason x");
    let home = home.today("2027-02-11");
    super::run(&home, "checkin sign-in-failures --value 2%");
    let exported = |format: &str| super::run(&home, &format!("export --format {format}"));
    let last = || cell_of(&exported("csv"), "sign-in-failures", "last_confidence");
    assert_eq!(cell_of(&exported("csv"), "sign-in-failures", "opening_confidence"), "60");
    assert_eq!(last(), "");
    assert!(exported("html").contains("Confidence 60 at the opening."), "{}", exported("html"));
    super::run(&home, "checkin sign-in-failures --votes '40 50'");
    assert_eq!(last(), "45");
    assert!(exported("html").contains("Confidence 60 at the opening, 45 last."), "{}", exported("html"));
}

#[test]
fn a_table_says_the_day_by_which_a_number_is_to_be_found() {
    let table = export(&sample(), "--format csv");
    assert_eq!(cell_of(&table, "first-try", "due"), "2027-02-19");
}

#[test]
fn a_drawing_says_below_and_leaves_a_long_unit_to_the_sentence_beneath() {
    let home = super::draft();
    let read = "unit='% of searches ending in a read page' metric='search success' baseline=65 target=42 bound=strict";
    super::run(&home, &format!("add kr sign-in 'Search success' source=log aggregation=share {read}"));
    super::run(&home, "commit --reason x");
    let home = home.today("2027-02-11");
    super::run(&home, "checkin search-success --value 60");
    let page = super::run(&home, "export --format html");
    let drawn: Vec<&str> = page.lines().filter(|line| line.starts_with("<text")).collect();
    assert!(drawn.iter().any(|line| line.contains("to below 42 %<")), "{drawn:#?}");
    assert!(!drawn.iter().any(|line| line.contains("of searches")), "{drawn:#?}");
    assert!(page.contains("to below 42 % of searches ending in a read page"), "{page}");
}
