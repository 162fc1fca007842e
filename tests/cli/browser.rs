//! The page as a browser reads it, where one is installed; and the calendar as another program's parser reads it.

use std::io::Write as _;
use std::path::PathBuf;

use crate::support::cli::program;
use crate::support::{Home, okr};

/// Browsers that can be asked for a page without a window, by the names they are installed under.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "firefox"];

fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let found = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.into_iter().find(|path| path.is_file())
}

/// Says past the capture of the test harness that something was not tested here.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

fn sample() -> Home {
    let home = Home::empty();
    home.okr("init okrs --sample").code(0);
    home
}

#[test]
fn a_real_browser_draws_the_page_where_one_is_installed() {
    let Some(browser) = browser() else {
        skipped("no chromium, google-chrome or firefox in PATH, so no browser has drawn the exported page");
        return;
    };
    let home = sample();
    let (okrs, page) = (home.work().join("okrs"), home.work().join("page.html"));
    okr(&home).dir(&okrs).args("export --history -o ../page.html").run().code(0);
    let (address, picture) = (format!("file://{}", page.display()), home.work().join("page.png"));
    let shot = format!("--screenshot={}", picture.display());
    if browser.ends_with("firefox") {
        program(&home, &browser)
            .args(["--headless", "--screenshot", picture.to_str().unwrap(), &address])
            .run()
            .code(0);
    } else {
        let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
        let dump: Vec<&str> = flags.into_iter().chain(["--dump-dom", &address]).collect();
        let dom = program(&home, &browser).args(dump.as_slice()).run().stdout().to_owned();
        for there in
            ["<h1>Payments</h1>", "<svg ", "Expected against reached", "They are not a measure of any person"]
        {
            assert!(dom.contains(there), "{there}\n{dom}");
        }
        let draw: Vec<&str> =
            flags.into_iter().chain([shot.as_str(), "--window-size=1200,1600", &address]).collect();
        program(&home, &browser).args(draw.as_slice()).run().code(0);
    }
    let bytes = std::fs::read(picture).unwrap();
    assert!(
        bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000,
        "{} bytes are no picture of a page",
        bytes.len()
    );
}

#[test]
fn another_parser_reads_the_calendar_as_it_was_meant() {
    let home = sample();
    let text =
        okr(&home).dir(home.work().join("okrs")).args("export --format ics --all").run().stdout().to_owned();
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect::<Result<_, _>>().unwrap();
    let [calendar] = calendars.as_slice() else { panic!("{} calendars", calendars.len()) };
    assert!(calendar.events.len() > 20, "{}", calendar.events.len());
    let mut ids = std::collections::BTreeSet::new();
    for event in &calendar.events {
        let value = |name: &str| {
            let found: Vec<_> = event.properties.iter().filter(|property| property.name == name).collect();
            assert_eq!(found.len(), 1, "{name} in {event:?}");
            found[0].value.clone().unwrap_or_default()
        };
        assert!(ids.insert(value("UID")), "{} twice", value("UID"));
        let (from, until) = (value("DTSTART"), value("DTEND"));
        assert!(from.len() == 8 && from < until, "{from} to {until}");
        assert!(value("SUMMARY").contains(": "), "{}", value("SUMMARY"));
        let agenda = value("DESCRIPTION");
        assert!(
            agenda.contains("min") && agenda.contains("They are not a measure of any person"),
            "{agenda}"
        );
    }
}
