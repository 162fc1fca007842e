//! What holds for every field of every record.

use super::*;
use crate::domain::check_in::CheckIn;
use crate::domain::cycle::Cycle;
use crate::domain::frame::Frame;
use crate::domain::id::{KeyResultId, ObjectiveId, TeamId};
use crate::domain::key_result::KeyResult;
use crate::domain::lint::Waiver;
use crate::domain::measure::Bound;
use crate::domain::objective::Objective;
use crate::domain::scoring::Scoring;
use crate::domain::team::Team;
use crate::method::step::Steps;

fn context() -> Context {
    Context {
        unit: "%".to_owned(),
        guardrail: "ms".to_owned(),
        ..Context::plain(Day::new(2027, 2, 11).unwrap())
    }
}

fn key_result() -> KeyResult {
    KeyResult::draft(KeyResultId::new("sign-in").unwrap(), "Sign-in failures", 10)
}

/// Texts nobody should type, and some that a hurried person does.
fn strange_texts() -> Vec<String> {
    let mut texts: Vec<String> =
        ["", " ", "NaN", "inf", "2027-02-30", "30 Feb", "1e9", "-0", "٣", "ja", "はい", "\u{1f389}"]
            .map(str::to_owned)
            .to_vec();
    texts.extend(["a\nb\r\nc".to_owned(), "\u{1b}[31mred".to_owned(), "x".repeat(10_000), "9".repeat(300)]);
    texts
}

/// Writes strange texts into every field: each is taken or refused with a sentence, and a refused one changes nothing.
fn survives_strange_texts<T: Clone + PartialEq + fmt::Debug>(fields: &[Field<T>], record: &T) {
    for field in fields {
        for typed in strange_texts() {
            let mut after = record.clone();
            match field.write(&mut after, &typed, &context()) {
                Ok(()) => {
                    let lines = (field.get)(&after).split('\n').count();
                    let most = if field.input == Input::Prose { typed.lines().count().max(1) } else { 1 };
                    assert!(lines <= most, "{} took {typed:?}", field.name);
                    assert!(!(field.get)(&after).contains(['\r', '\u{1b}']), "{} took {typed:?}", field.name);
                }
                Err(problem) => assert!(problem.says.len() > 15, "{}: {}", field.name, problem.says),
            }
        }
    }
}

/// What a field shows can be typed again and changes nothing.
fn reads_back_what_it_shows<T: Clone + PartialEq + fmt::Debug>(fields: &[Field<T>], record: &T) {
    for field in fields {
        let mut after = record.clone();
        field.write(&mut after, &(field.get)(record), &context()).unwrap();
        assert_eq!(&after, record, "{}", field.name);
    }
}

fn has_sound_rows<T>(fields: &[Field<T>]) {
    for (at, field) in fields.iter().enumerate() {
        assert!(
            !field.label.is_empty() && field.label.len() <= 18 && !field.hint.of(Steps::METHOD).is_empty(),
            "{}",
            field.name
        );
        assert!(fields[..at].iter().all(|other| other.name != field.name), "{} stands twice", field.name);
    }
}

macro_rules! holds_for_every_field {
    ($($fields:expr => $record:expr),+ $(,)?) => {$(
        has_sound_rows($fields);
        reads_back_what_it_shows($fields, &$record);
        survives_strange_texts($fields, &$record);
    )+};
}

#[test]
fn every_field_reads_back_what_it_shows_and_survives_any_text() {
    let id = || KeyResultId::new("sign-in").unwrap();
    let mut full = key_result();
    for (name, typed) in [
        ("metric", "sign-in failures"),
        ("baseline", "2.3 %"),
        ("target", "below 0.5%"),
        ("guardrail", "sign-in time"),
        ("guardrail_start", "180 ms"),
        ("effect_quarter", "2027-Q2"),
    ] {
        set(KEY_RESULT, name, &mut full, (typed, &context())).unwrap();
    }
    holds_for_every_field! {
        KEY_RESULT => key_result(),
        KEY_RESULT => full,
        OBJECTIVE => Objective::draft(ObjectiveId::new("sign-in").unwrap(), "Sign-in", 10),
        CHECK_IN => CheckIn::on(id()),
        SCORING => Scoring::of(id()),
        FRAME => Frame::default(),
        TEAM => Team::named(TeamId::new("payments").unwrap(), "Payments"),
        CYCLE => Cycle::calendar("2027-q1").unwrap(),
        SETTINGS => crate::domain::team::Settings::default(),
    }
}

#[test]
fn every_word_of_a_choice_can_be_typed() {
    fn all_taken<T: Clone>(fields: &[Field<T>], record: &T) {
        for field in fields {
            let Input::Choice(words) = field.input else { continue };
            for word in words {
                let mut after = record.clone();
                field.write(&mut after, word, &context()).unwrap();
                assert_eq!((field.get)(&after), *word, "{}", field.name);
            }
        }
    }
    let mut guarded = key_result();
    set(KEY_RESULT, "guardrail", &mut guarded, ("defects", &context())).unwrap();
    all_taken(KEY_RESULT, &guarded);
    all_taken(OBJECTIVE, &Objective::draft(ObjectiveId::new("a").unwrap(), "A", 1));
    all_taken(CHECK_IN, &CheckIn::on(KeyResultId::new("a").unwrap()));
    all_taken(SCORING, &Scoring::of(KeyResultId::new("a").unwrap()));
    all_taken(FRAME, &Frame::default());
    all_taken(TEAM, &Team::named(TeamId::new("a").unwrap(), "A"));
}

#[test]
fn a_number_brings_its_unit_and_its_day() {
    let mut record = key_result();
    set(KEY_RESULT, "baseline", &mut record, ("2.3 %", &context())).unwrap();
    assert_eq!((record.measure.unit(), record.measure.baseline_date), ("%", Some(context().today)));
    let problem = set(KEY_RESULT, "target", &mut record, ("42 min", &context())).unwrap_err();
    assert_eq!(problem.to_string(), "target: this measure is read in %, `min` was typed");
    set(KEY_RESULT, "target", &mut record, ("below 0.5%", &context())).unwrap();
    assert_eq!(record.measure.bound, Bound::Strict);
}

#[test]
fn an_unknown_field_offers_the_nearest() {
    let problem = set(KEY_RESULT, "taget", &mut key_result(), ("1", &context())).unwrap_err();
    assert_eq!(problem.says, "there is no such field; did you mean `target`?");
    let problem = set(
        OBJECTIVE,
        "zzzzzz",
        &mut Objective::draft(ObjectiveId::new("a").unwrap(), "A", 1),
        ("1", &context()),
    );
    assert!(problem.unwrap_err().says.contains("why_now"));
}

#[test]
fn what_was_waived_of_the_old_words_of_a_draft_is_asked_of_the_new() {
    let mut record = key_result();
    let waiver = Waiver { reason: "the board wants it".to_owned(), date: context().today };
    for rule in ["output-verb", "no-source"] {
        record.waivers.insert(rule.to_owned(), waiver.clone());
    }
    let mut say = |title: &str| {
        set(KEY_RESULT, "title", &mut record, (title, &context())).unwrap();
        record.waivers.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(say("Build the wizard").len(), 1);
    assert_eq!(say("Setup time from 3 days to 1 hour"), ["no-source"]);
}

#[test]
fn a_day_is_typed_as_people_write_it_and_a_quarter_has_its_year() {
    let mut record = key_result();
    let quarter = Cycle::calendar("2027-q2").unwrap().typing_day(context().today).quarter;
    let context = Context { quarter, ..context() };
    for (typed, due) in
        [("end of the quarter", "2027-06-30"), ("in two weeks", "2027-02-25"), ("31/5", "2027-05-31")]
    {
        set(KEY_RESULT, "due", &mut record, (typed, &context)).unwrap();
        assert_eq!(record.measure.due.map(|day| day.to_string()).as_deref(), Some(due), "{typed}");
    }
    set(KEY_RESULT, "effect_quarter", &mut record, ("q1", &context)).unwrap();
    assert_eq!(record.effect_quarter.as_deref(), Some("2027-q1"), "it runs");
    let refused = set(KEY_RESULT, "due", &mut record, ("5/2", &context)).unwrap_err();
    assert!(refused.says.contains("5 Feb or 2 May"), "{}", refused.says);
}

#[test]
fn votes_are_typed_in_a_row_and_kept_sorted() {
    let mut record = CheckIn::on(KeyResultId::new("a").unwrap());
    set(CHECK_IN, "confidence", &mut record, ("60, 40 80", &context())).unwrap();
    assert_eq!((CHECK_IN[1].get)(&record), "40, 60, 80");
    assert!(set(CHECK_IN, "confidence", &mut record, ("60, high", &context())).is_err());
    for passed in ["40 -", "-, 40"] {
        set(CHECK_IN, "confidence", &mut record, (passed, &context())).unwrap();
        assert_eq!(record.confidence.len(), 1, "{passed}");
    }
}

#[test]
fn a_weekday_of_what_was_read_is_the_last_one_that_of_a_promise_the_next() {
    let day = |day| Day::new(2027, 2, day);
    let (mut record, mut score) = (key_result(), Scoring::of(KeyResultId::new("a").unwrap()));
    for name in ["baseline_date", "due", "find_out_by"] {
        set(KEY_RESULT, name, &mut record, ("mon", &context())).unwrap();
    }
    set(SCORING, "date", &mut score, ("mon", &context())).unwrap();
    assert_eq!((record.measure.baseline_date, score.date), (day(8), day(8)));
    assert_eq!((record.measure.due, record.find_out_by), (day(15), day(15)));
    let back = |inputs: &[(&str, Input)]| {
        let day = inputs.iter().find(|(name, _)| *name == "date").map(|(_, input)| *input);
        assert_eq!(day, Some(Input::Day(Looks::Back)));
    };
    back(&EFFORT.iter().map(|field| (field.name, field.input)).collect::<Vec<_>>());
    back(&NEGOTIATION.iter().map(|field| (field.name, field.input)).collect::<Vec<_>>());
}

#[test]
fn a_point_that_could_part_thousands_is_refused_where_a_number_in_thousands_would_fit() {
    let today = Day::new(2027, 2, 11).unwrap();
    let read = |baseline: i32, target: i32, typed: &str| {
        let mut key_result = key_result();
        (key_result.measure.baseline, key_result.measure.target) =
            (Some(baseline.into()), Some(target.into()));
        let mut entry = CheckIn::on(key_result.id.clone());
        set(CHECK_IN, "reading", &mut entry, (typed, &Context::of(&key_result, today))).is_ok()
    };
    assert!(!read(12_500, 15_000, "13.000") && !read(5_000, 0, "2.500"));
    assert!(read(12_500, 15_000, "13,000") && read(1_200, 800, "812.437") && read(42, 15, "12.500"));
    let mut key_result = key_result();
    (key_result.measure.baseline, key_result.measure.target) = ("12.125".parse().ok(), Some(5_000.into()));
    let context = Context::of(&key_result, today);
    set(KEY_RESULT, "baseline", &mut key_result, ("12.125", &context)).unwrap();
}

#[test]
fn a_point_that_could_part_thousands_is_refused_where_nothing_stands_beside_it() {
    let typed = |typed: &[(&str, &str)]| {
        let mut key_result = key_result();
        typed.iter().try_for_each(|(name, typed)| {
            let context = Context::of(&key_result, context().today);
            set(KEY_RESULT, name, &mut key_result, (typed, &context))
        })
    };
    let says = typed(&[("baseline", "1.200")]).unwrap_err().says;
    assert!(says.contains("`1.200` could mean two things"), "{says}");
    assert!(typed(&[("baseline", "1.5"), ("target", "1.250")]).is_ok());
    assert!(typed(&[("baseline", "1.250 %")]).is_ok());
    assert!(typed(&[("baseline", "0"), ("target", "1.250")]).is_err());
    assert!(typed(&[("baseline", "1.2340")]).is_ok());
}

#[test]
fn a_length_that_is_no_round_part_of_the_unit_counts_the_draft_in_its_own() {
    let typed = |baseline: &str, target: &str| {
        let mut key_result = key_result();
        for (name, typed) in [("baseline", baseline), ("target", target)] {
            let context = Context::of(&key_result, context().today);
            set(KEY_RESULT, name, &mut key_result, (typed, &context)).unwrap();
        }
        key_result.measure.movement("->")
    };
    assert_eq!(typed("3 days", "4 hours"), "72 hours -> 4 hours");
    assert_eq!(typed("90 min", "20 s"), "5400 s -> 20 s");
    assert_eq!(typed("3 days", "36 h"), "3 days -> 1.5 days");
    assert_eq!(typed("20 s", "1 h"), "20 s -> 3600 s");
}

#[test]
fn a_bound_is_typed_as_a_sentence_says_it() {
    for (typed, bound) in [
        ("\u{2264}0.5 %", Bound::Inclusive),
        ("\u{2264} 0.5%", Bound::Inclusive),
        ("up to 0.5%", Bound::Inclusive),
        ("max 0.5 %", Bound::Inclusive),
        ("No more than 0.5 %", Bound::Inclusive),
        ("0.5 % or less", Bound::Inclusive),
        ("< 0.5 %", Bound::Strict),
    ] {
        let mut key_result = key_result();
        let context = Context::of(&key_result, context().today);
        set(KEY_RESULT, "target", &mut key_result, (typed, &context)).unwrap();
        assert_eq!(key_result.measure.target, "0.5".parse().ok(), "{typed}");
        assert_eq!(key_result.measure.bound, bound, "{typed}");
    }
}

#[test]
fn confidences_of_one_digit_are_asked_about_and_no_others() {
    for (typed, expected) in [
        ("7", Some("7 is 7 %, not 70 %; save again if it is meant")),
        (" 7 - ", Some("7 is 7 %, not 70 %; save again if it is meant")),
        ("7, 8; 9", Some("all are below 10 %, such as 7 %, not 70 %; save again if it is meant")),
        ("7 80", None),
        ("70", None),
        ("0", None),
        ("-", None),
        ("", None),
        ("high", None),
    ] {
        assert_eq!(doubt(typed, words::SAVE_AGAIN).as_deref(), expected, "{typed:?}");
    }
}

#[test]
fn what_is_asked_at_the_kick_off_are_fields_of_the_frame() {
    let names: Vec<&str> = FRAME.iter().map(|field| field.name).collect();
    assert!(GROUND_RULES.iter().all(|name| names.contains(name)), "{names:?}");
}

#[test]
fn a_baseline_is_not_read_in_the_future_and_one_that_stands_so_stops_no_other_field() {
    let mut record = key_result();
    let problem = set(KEY_RESULT, "baseline_date", &mut record, ("2027-09-09", &context())).unwrap_err();
    assert!(problem.says.contains("lies in the future"), "{}", problem.says);
    set(KEY_RESULT, "baseline_date", &mut record, ("2027-02-11", &context())).unwrap();
    let mut odd = record.clone();
    odd.measure.baseline_date = Day::new(2027, 9, 9);
    set(KEY_RESULT, "baseline_date", &mut odd, ("2027-09-09", &context())).unwrap();
}

#[test]
fn a_number_is_found_out_from_today_on() {
    let mut record = key_result();
    let problem = set(KEY_RESULT, "find_out_by", &mut record, ("2026-01-01", &context())).unwrap_err();
    assert!(problem.says.contains("is past"), "{}", problem.says);
    set(KEY_RESULT, "find_out_by", &mut record, ("2027-02-11", &context())).unwrap();
    record.find_out_by = Day::new(2026, 1, 1);
    set(KEY_RESULT, "find_out_by", &mut record, ("2026-01-01", &context())).unwrap();
}
