use super::*;
use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::Part as Line;
use crate::domain::dependency::{Answer, DependencyState};
use crate::domain::effort::{Effort, EffortPhase, StepMinutes};
use crate::domain::frame::{Delivery, Frame, ListLine};
use crate::domain::id::{NoteId, ObjectiveId, SessionId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::scoring::Scoring;
use crate::domain::step::Step;
use crate::domain::team::Team;
use crate::method::fields::{self, Context, Field, Input};

fn key(team: &str, cycle: &str) -> QuarterKey {
    format!("{team}/{cycle}").parse().unwrap()
}

/// Two teams in two cycles, each with an objective and a lesson.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (team, name) in [("edge", "Edge"), ("payments", "Payments")] {
        let id: TeamId = team.parse().unwrap();
        workspace.teams.insert(id.clone(), Team::named(id, name));
        for cycle in ["2026-q4", "2027-q1"] {
            workspace.cycles.insert(cycle.parse().unwrap(), Cycle::calendar(cycle).unwrap());
            let mut quarter = Quarter::new(key(team, cycle), Frame::default());
            let title = format!("Müller's café opens in {cycle}");
            quarter.objectives.push(Objective::draft(ObjectiveId::new("cafe").unwrap(), title, 1));
            let (id, day) = (NoteId::new("k81x0d").unwrap(), Day::new(2026, 12, 1).unwrap());
            quarter.notes.push(Note::new(id, NoteKind::Lesson, "We read the number too late", day));
            workspace.quarters.insert(quarter.key.clone(), quarter);
        }
    }
    workspace
}

/// What is found, as `team/cycle kind`, in order.
fn found(typed: &str) -> Vec<String> {
    let workspace = workspace();
    let all = passages(&workspace, Some(&"payments".parse().unwrap()), workspace.quarters.keys());
    let shown = |passage: &Passage| {
        let quarter = passage.at.quarter().map(ToString::to_string).unwrap_or_default();
        format!("{quarter} {}", passage.kind)
    };
    let sought = Sought::new(typed);
    all.iter().filter(|passage| sought.is_in(passage)).map(shown).collect()
}

#[test]
fn all_words_must_stand_in_it_in_any_order_and_case() {
    assert_eq!(found("LATE number payments 2027"), ["payments/2027-q1 Lesson"]);
    assert_eq!(found("late cafe"), Vec::<String>::new());
    assert_eq!(found("  "), Vec::<String>::new());
}

#[test]
fn accents_and_marks_do_not_matter() {
    for typed in ["muller cafe", "MÜLLER CAFÉ", "mu\u{308}ller cafe\u{301}"] {
        assert_eq!(found(typed).len(), 4, "{typed}");
    }
}

#[test]
fn the_team_comes_first_and_of_each_the_newest() {
    let order =
        ["payments/2027-q1 Lesson", "payments/2026-q4 Lesson", "edge/2027-q1 Lesson", "edge/2026-q4 Lesson"];
    assert_eq!(found("lesson"), order);
    assert_eq!(found("edge").last().unwrap(), " Team");
}

#[test]
fn the_text_with_the_word_is_shown_else_the_first() {
    let mut objective = Objective::draft(ObjectiveId::new("a").unwrap(), "Sign-in works", 1);
    objective.why_now = Some("support drowns".to_owned());
    let mut quarter = Quarter::new(key("edge", "2027-q1"), Frame::default());
    quarter.objectives.push(objective);
    let passage = &of_quarter(&workspace(), &quarter)[0];
    let shown = |typed: &str| passage.texts[passage.shown(&Sought::new(typed))].key.as_str();
    assert_eq!(shown("drowns"), "why_now");
    assert_eq!(shown("edge"), "title");
}

#[test]
fn more_letters_find_only_what_the_ones_before_found() {
    let workspace = workspace();
    let all = passages(&workspace, None, workspace.quarters.keys());
    for (typed, before) in [("late", "l"), ("late num", "late"), ("late num", "la nu"), ("café x", "cafe")] {
        let (typed, before) = (Sought::new(typed), Sought::new(before));
        assert!(typed.narrows(&before), "{typed:?} {before:?}");
        assert!(all.iter().all(|passage| before.is_in(passage) || !typed.is_in(passage)));
    }
    for (typed, before) in [("l", "la"), ("xla", "la"), ("la", ""), ("nu la", "la nu"), ("la", "la nu")] {
        assert!(!Sought::new(typed).narrows(&Sought::new(before)), "{typed} {before}");
    }
}

#[test]
fn a_file_must_hold_what_neither_its_place_nor_its_kind_says() {
    let sought = Sought::new("LESSON 2026-q4 payments café").must_stand_at("Payments 2026-Q4");
    assert_eq!(sought, Sought::new("cafe"));
    assert!(sought.is_in_text("title = 'Müller’s CAFÉ'") && !sought.is_in_text("title = 'coffee'"));
    assert!(Sought::default().is_in_text(""), "where place and kind say all, any file will do");
}

fn day() -> Day {
    Day::new(2027, 1, 20).unwrap()
}

/// Everything that is said in a quarter with something in it.
fn said(put: impl FnOnce(&mut Quarter)) -> Vec<Passage> {
    let mut quarter = Quarter::new(key("edge", "2027-q1"), Frame::default());
    put(&mut quarter);
    of_quarter(&workspace(), &quarter)
}

/// The fields of a record into which a text can be typed that is then found nowhere.
fn unfound<T: Clone>(
    fields: &[Field<T>],
    record: &T,
    passages: impl Fn(T) -> Vec<Passage>,
) -> Vec<&'static str> {
    let is_lost = |field: &&Field<T>| {
        let mut written = record.clone();
        let is_taken = field.write(&mut written, "zeppelin", &Context::plain(day())).is_ok();
        let says = |passage: Passage| passage.texts.iter().any(|text| text.says == "zeppelin");
        is_taken && !passages(written).into_iter().any(says)
    };
    let texts =
        fields.iter().filter(|field| matches!(field.input, Input::Text | Input::Names | Input::Elsewhere(_)));
    texts.filter(is_lost).map(|field| field.name).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn every_text_of_a_set_that_can_be_typed_is_found_but_for_names_and_units() {
    let objective = Objective::draft(ObjectiveId::new("cafe").unwrap(), "The café opens", 1);
    let key_result = KeyResult::draft(KeyResultId::new("guests").unwrap(), "Guests", 1);
    let id = || LineId::new("k81x0d").unwrap();
    let in_objective = |put: &dyn Fn(&mut Objective)| {
        let mut objective = objective.clone();
        put(&mut objective);
        said(|quarter| quarter.objectives.push(objective))
    };
    let in_key_result = |put: &dyn Fn(&mut KeyResult)| {
        let mut key_result = key_result.clone();
        put(&mut key_result);
        in_objective(&|objective| objective.key_results.push(key_result.clone()))
    };
    let lost = unfound(fields::OBJECTIVE, &objective, |one| in_objective(&|it| *it = one.clone()));
    assert_eq!(lost, ["contributes_to"]);
    let lost = unfound(fields::KEY_RESULT, &key_result, |one| in_key_result(&|it| *it = one.clone()));
    assert_eq!(lost, ["metric_id", "unit", "effect_quarter"]);
    let lost = unfound(fields::ASSUMPTION, &Line::blank(id(), day()), |one| {
        in_objective(&|it| it.assumptions = vec![one.clone()])
    });
    assert_eq!(lost, NONE);
    let lost = unfound(fields::NEGOTIATION, &Line::blank(id(), day()), |one| {
        in_objective(&|it| it.negotiations = vec![one.clone()])
    });
    assert_eq!(lost, NONE);
    let lost = unfound(fields::INITIATIVE, &Line::blank(id(), day()), |one| {
        in_key_result(&|it| it.initiatives = vec![one.clone()])
    });
    assert_eq!(lost, NONE);
    let lost = unfound(fields::DEPENDENCY, &Line::blank(id(), day()), |one| {
        in_key_result(&|it| it.dependencies = vec![one.clone()])
    });
    assert_eq!(lost, NONE);
}

#[test]
fn every_text_of_a_quarter_that_can_be_typed_is_found_but_for_names() {
    let id = || LineId::new("k81x0d").unwrap();
    let lost = unfound(fields::FRAME, &Frame::default(), |frame| said(|quarter| quarter.frame = frame));
    assert_eq!(lost, ["follows"]);
    let line = ListLine { id: id(), text: String::new(), reason: None };
    let lost = unfound(fields::LIST_LINE, &line, |line| said(|quarter| quarter.frame.not_now.push(line)));
    assert_eq!(lost, NONE);
    let delivery = Delivery { id: id(), text: String::new(), due: None, promised_to: None, done: false };
    let lost = unfound(fields::DELIVERY, &delivery, |one| said(|quarter| quarter.frame.delivery.push(one)));
    assert_eq!(lost, NONE);
    let answer = Answer {
        id: id(),
        asked: "payments/2027-q1/guests/k3f9q2".to_owned(),
        state: DependencyState::Open,
        says: None,
        by: None,
        date: None,
    };
    let lost = unfound(fields::ANSWER, &answer, |one| said(|quarter| quarter.frame.answers.push(one)));
    assert_eq!(lost, NONE);
}

#[test]
fn every_text_said_about_a_set_that_can_be_typed_is_found_but_for_names() {
    let key_result = || KeyResultId::new("guests").unwrap();
    let mut check_in = CheckIn::on(key_result());
    check_in.reading = Some(1.into());
    let lost = unfound(fields::CHECK_IN, &check_in, |one| {
        let mut sitting = Sitting::new(SittingId::new("2027-01-20-k81x0d").unwrap(), day());
        sitting.check_ins.push(one);
        said(|quarter| quarter.sittings = vec![sitting].into())
    });
    assert_eq!(lost, NONE);
    let lost = unfound(fields::SCORING, &Scoring::of(key_result()), |one| {
        said(|quarter| _ = quarter.scorings.insert(key_result(), one))
    });
    assert_eq!(lost, ["reads_later"]);
    let note = Note::new(NoteId::new("k81x0d").unwrap(), NoteKind::Action, "", day());
    let lost = unfound(fields::ACTION, &note, |note| said(|quarter| quarter.notes.push(note)));
    assert_eq!(lost, NONE);
    let effort = Effort::new(SessionId::new("k81x0d").unwrap(), day(), EffortPhase::Setting, "");
    let lost = unfound(fields::EFFORT, &effort, |effort| said(|quarter| quarter.efforts.push(effort)));
    assert_eq!(lost, NONE);
}

#[test]
fn every_text_above_the_quarters_that_can_be_typed_is_found_but_for_names() {
    let lost = unfound(fields::TEAM, &Team::named("edge".parse().unwrap(), "Edge"), |team| {
        above_quarters(&Workspace { teams: [(team.id.clone(), team)].into(), ..Workspace::default() })
    });
    assert_eq!(lost, ["parent"]);
    let lost = unfound(fields::CYCLE, &Cycle::calendar("2027-q1").unwrap(), |cycle| {
        above_quarters(&Workspace { cycles: [(cycle.id.clone(), cycle)].into(), ..Workspace::default() })
    });
    assert_eq!(lost, NONE);
    let lost = unfound(fields::SETTINGS, &Workspace::default().settings, |settings| {
        above_quarters(&Workspace { settings, ..Workspace::default() })
    });
    assert_eq!(lost, NONE);
}

#[test]
fn why_a_step_was_left_out_is_found() {
    let mut effort = Effort::new(SessionId::new("k81x0d").unwrap(), day(), EffortPhase::Setting, "Kick-off");
    let left_out = Some("the sponsor was ill".to_owned());
    effort.steps = vec![StepMinutes { id: Step::Set1, minutes: 0, left_out }];
    let all = said(|quarter| quarter.efforts.push(effort));
    let text = &all[0].texts[all[0].shown(&Sought::new("sponsor"))];
    assert_eq!((text.key.as_str(), text.says.as_str()), ("step[0].left_out", "the sponsor was ill"));
}
