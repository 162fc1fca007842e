//! What must hold for any bytes at all, in the four places where foreign text is taken apart. Run by the tests with seeds
//! that are changed at random, and for hours by libFuzzer (`tests/fuzz`).

use quarterdeck::coach::label;
use quarterdeck::coach::statement::Statement;
use quarterdeck::domain::change::Address;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::display::visible;
use quarterdeck::settings::keys::{self, Chord};
use quarterdeck::store::weave::{for_git, weave};
use quarterdeck::store::{address_of, record_of, table_of};
use toml::Table;

/// Something that takes any bytes and panics where a promise does not hold.
pub type Target = fn(&[u8]);

/// The targets by name.
pub const TARGETS: &[(&str, Target)] =
    &[("reader", reader), ("sentence", sentence), ("merge", merge), ("keys", typed)];

/// One file of each kind.
const PATHS: &[&str] = &[
    "okr.toml",
    "steps.toml",
    "cycles/2027-q1.toml",
    "teams/payments/team.toml",
    "teams/payments/2027-q1/cycle.toml",
    "teams/payments/2027-q1/objectives/sign-in/objective.toml",
    "teams/payments/2027-q1/objectives/sign-in/failures.toml",
    "teams/payments/2027-q1/checkins/2027-01-15-k3f9q2.toml",
    "teams/payments/2027-q1/scores/failures.toml",
    "teams/payments/2027-q1/retro/k81x0d.toml",
    "teams/payments/2027-q1/sessions/2027-02-11-check-in-7d2m1a.toml",
];

/// The number of the kind a file is of, as the reader takes it from the first byte.
pub fn kind_of(path: &str) -> Option<u8> {
    let name = |address: &Address| std::mem::discriminant(address);
    let address = address_of(path)?;
    let at = PATHS.iter().position(|path| address_of(path).as_ref().map(name) == Some(name(&address)))?;
    u8::try_from(at).ok()
}

/// What is read and written anew reads the same.
fn reader(bytes: &[u8]) {
    let Some((kind, text)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let address = address_of(PATHS[usize::from(*kind) % PATHS.len()]).expect("a place of a record");
    match record_of(&address, &text) {
        Ok(record) => {
            let written = toml::to_string(&table_of(&record)).expect("a record can be written");
            assert_eq!(record_of(&address, &written).as_ref(), Ok(&record), "{written}");
        }
        Err(problem) => {
            assert!(problem.line >= 1 && problem.column >= 1 && !problem.message.is_empty(), "{problem}");
            assert_eq!(
                visible(&problem.to_string().replace('\n', " ")),
                problem.to_string().replace('\n', " ")
            );
        }
    }
}

/// Every figure stands where it is said to stand.
fn sentence(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = Day::new(2027, 2, 11).expect("a day");
    let statement = Statement::read(&text, today);
    for figure in &statement.figures {
        let figure = text.get(figure.span.clone()).expect("it lies within the text");
        assert!(!figure.is_empty());
    }
    let _ = (label::key_result(&statement, None), label::key_result(&statement, Some(&text)));
    let _ = label::objective(&statement);
}

/// Whoever changes nothing gets what the other made of it.
fn merge(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.splitn(3, '\0');
    let [base, mine, theirs] = [(); 3].map(|()| parts.next().unwrap_or_default());
    if let Ok(woven) = weave(base, mine, theirs) {
        assert!(woven.text.trim_start_matches('\u{feff}').parse::<Table>().is_ok(), "{}", woven.text);
    }
    for (mine, theirs, wanted) in [(mine, base, mine), (base, theirs, theirs)] {
        if let Ok(woven) = weave(base, mine, theirs) {
            let table = |text: &str| text.trim_start_matches('\u{feff}').parse::<Table>().ok();
            assert_eq!(table(&woven.text), table(wanted), "{base:?} {mine:?} {theirs:?}");
            assert!(woven.clashes.is_empty());
        }
    }
    let _ = for_git("teams/payments/2027-q1/cycle.toml", base, mine, theirs);
}

/// A key that is read says itself as it is read.
fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = keys::sequence(&text);
    for chord in keys::typed(&text).unwrap_or_default() {
        assert_eq!(chord.to_string().parse::<Chord>().as_ref(), Ok(&chord), "{chord}");
    }
}
