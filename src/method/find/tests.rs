use super::*;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::frame::Frame;
use crate::domain::id::{NoteId, ObjectiveId};
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::team::Team;

fn key(team: &str, cycle: &str) -> QuarterKey {
    QuarterKey { team: team.parse().unwrap(), cycle: cycle.parse().unwrap() }
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
