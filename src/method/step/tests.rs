//! Every step is complete, and the boxes are those of the method's tables.

use super::*;
use crate::domain::effort::PersonMinutes;
use crate::method::budget::{EffortPlan, Part, Shape, timebox};

fn all() -> impl Iterator<Item = Guide<'static>> {
    Step::ALL.iter().map(|step| Steps::METHOD.guide(*step))
}

fn minutes(step: Step, shape: &Shape) -> u32 {
    timebox(Steps::METHOD, step, shape)
}

const MONTHLY: Shape =
    Shape { cadence: crate::domain::frame::Cadence::Monthly, check_ins: 3, ..Shape::REFERENCE };

#[test]
fn all_thirty_five_steps_stand_once_in_the_assets() {
    assert_eq!(all().count(), 35);
    let rows: usize = book::TEXTS.iter().map(|text| text.matches("[[step]]").count()).sum();
    assert_eq!(rows, 35);
}

#[test]
fn every_field_of_a_step_is_filled() {
    for guide in all() {
        let Guide { step, title, hint, shows, input, done, trap, nudge, .. } = guide;
        for text in [title, hint, shows, input, done, trap, nudge].into_iter().chain(guide.aloud()) {
            assert!(!text.trim().is_empty() && text.trim() == text, "{step}: {text:?}");
        }
        assert!(guide.aloud().next().is_some(), "{step} says or asks something");
        for text in [hint, shows, input, done, trap] {
            let first = text.chars().next().unwrap();
            assert!(text.ends_with(['.', '!', '?', '"']) && !first.is_lowercase(), "{step}: {text}");
        }
    }
}

#[test]
fn every_board_belongs_to_a_step() {
    for board in Board::ALL {
        assert!(all().any(|guide| guide.show == *board), "{board:?}");
    }
}

#[test]
fn every_signal_brings_one_nudge() {
    for signal in Signal::ALL {
        let of_signal =
            |guide: Guide<'_>| guide.nudges().filter(|(when, _)| *when == When::Seen(*signal)).count();
        let count: usize = all().map(of_signal).sum();
        let may_be_shared = *signal == Signal::OverBox;
        assert!(count == 1 || count > 1 && may_be_shared, "{signal:?} brings {count}");
    }
    assert!(When::try_from("at noon".to_owned()).is_err());
}

#[test]
fn a_step_is_held_as_the_method_says() {
    let of_mode = |mode| all().filter(|guide| guide.mode == mode).map(|guide| guide.step).collect::<Vec<_>>();
    assert_eq!(of_mode(Mode::Async), [Step::Set2, Step::Set8, Step::Chk1, Step::Sco1, Step::Hnd1]);
    assert_eq!(of_mode(Mode::Pair), [Step::Set7]);
    let silent: Vec<Step> = all().filter(|guide| guide.is_silent).map(|guide| guide.step).collect();
    assert_eq!(silent, [Step::Set3, Step::Ret2]);
}

#[test]
fn the_boxes_of_the_reference_team_are_those_of_the_method() {
    let boxes: Vec<u32> = Step::ALL.iter().map(|step| minutes(*step, &Shape::REFERENCE)).collect();
    let of_the_method = [
        10, 8, 5, 3, 16, 6, 48, 48, 28, 7, 8, 5, 7, 3, // SET
        12, 1, 5, 5, 1, // CHK
        1, 8, 3, // MID
        18, 1, 15, 2, // SCO
        2, 5, 5, 4, 4, 3, 5, 2, 10, // RET, HND
    ];
    assert_eq!(boxes, of_the_method);
}

#[test]
fn the_sessions_last_as_long_as_the_method_says() {
    let sum = |kind: SessionKind, shape: &Shape, variant| -> u32 {
        let counts = shape.counts();
        kind.steps().iter().map(|step| Steps::METHOD.minutes(*step, variant, counts)).sum()
    };
    let usual = |kind| sum(kind, &Shape::REFERENCE, Variant::Usual);
    let sessions = [
        (SessionKind::KickOff, 10),
        (SessionKind::Choose, 30),
        (SessionKind::Refine, 35),
        (SessionKind::Commit, 23),
        (SessionKind::CheckIn, 12),
        (SessionKind::Score, 18),
        (SessionKind::Retrospective, 30),
        (SessionKind::HandOver, 10),
    ];
    for (kind, expected) in sessions {
        assert_eq!(usual(kind), expected, "{kind:?}");
    }
    assert_eq!(sum(SessionKind::CheckIn, &MONTHLY, Variant::Monthly), 16);
    assert_eq!(sum(SessionKind::MidQuarter, &Shape::REFERENCE, Variant::Mid), 24);
    assert_eq!(sum(SessionKind::MidQuarter, &MONTHLY, Variant::Mid), 24);
}

#[test]
fn the_effort_of_each_step_is_that_of_the_method() {
    let parts = EffortPlan::of(Shape::REFERENCE, Steps::METHOD).parts(Steps::METHOD);
    let cost = |step| -> PersonMinutes {
        parts.iter().filter(|part| part.step() == Some(step)).map(Part::cost).sum()
    };
    for (step, person_minutes) in [
        (Step::Set1, 60),
        (Step::Set2, 48),
        (Step::Set7, 96),
        (Step::Set8, 48),
        (Step::Set9, 168),
        (Step::Set10, 62),
        (Step::Set11, 48),
        (Step::Set12, 30),
        (Step::Set13, 42),
        (Step::Set14, 18),
        (Step::Chk1, 72),
        (Step::Sco1, 18),
        (Step::Hnd1, 20),
    ] {
        assert_eq!(cost(step), PersonMinutes(person_minutes), "{step}");
    }
    let counts = Shape::REFERENCE.counts();
    assert_eq!((Steps::METHOD.preparation(counts), Steps::METHOD.briefing(counts)), (20, 15));
}

#[test]
fn every_format_of_the_writing_step_ends_in_the_same_four_stores() {
    let formats = Steps::METHOD.formats();
    let names: Vec<&str> = formats.iter().map(|format| format.id.as_str()).collect();
    assert_eq!(names, ["questions", "start-stop-continue", "four-ls", "sailboat"]);
    for format in formats {
        let stores: Vec<NoteKind> = format.columns.iter().map(|column| column.store).collect();
        assert_eq!(
            stores,
            [NoteKind::Lesson, NoteKind::Difficulty, NoteKind::Importance, NoteKind::Assumption],
            "{}",
            format.id
        );
    }
    let asked: Vec<&str> = formats[0].columns.iter().map(|column| column.ask.as_str()).collect();
    assert_eq!(asked, Steps::METHOD.guide(Step::Ret2).ask);
}

#[test]
fn a_team_says_and_times_a_step_its_own_way() {
    let own: OwnSteps = toml::from_str(
        "[[step]]\nid = 'CHK-4'\nbox = '4 + O'\nask = ['What hurts?']\n[[step]]\nid = 'SET-6'\nnudge = 'Cut.'\n",
    )
    .unwrap();
    let steps = Steps::with(&own);
    let counts = Shape::REFERENCE.counts();
    assert_eq!(steps.guide(Step::Chk4).ask, ["What hurts?"]);
    assert_eq!(steps.guide(Step::Chk4).title, "What changed, what blocks");
    assert_eq!(steps.guide(Step::Set6).nudge, "Cut.");
    assert_eq!(steps.minutes(Step::Chk4, Variant::Usual, counts), 8);
    assert_eq!(steps.minutes(Step::Chk4, Variant::Monthly, counts), 9);
    assert_eq!(steps.guide(Step::Set5).ask, Steps::METHOD.guide(Step::Set5).ask);
}
