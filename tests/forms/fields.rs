//! Every field of every record can be typed, on a screen and by a command, or says here by what else it is changed. Forms
//! and commands read the same tables, so a row is both.

use quarterdeck::method::fields::{
    ACTION, ASSUMPTION, CHECK_IN, CYCLE, DELIVERY, DEPENDENCY, EFFORT, FRAME, Field, INITIATIVE, KEY_RESULT,
    LESSON, LIST_LINE, NEGOTIATION, NOTE, OBJECTIVE, SCORING, SETTINGS, TEAM,
};

use crate::layers::source::{Source, program};

/// A record, its rows, and the fields that are changed by something else.
struct Record {
    name: &'static str,
    rows: Vec<&'static str>,
    otherwise: &'static [(&'static str, &'static str)],
}

fn names<T>(fields: &'static [Field<T>]) -> Vec<&'static str> {
    fields.iter().map(|field| field.name).collect()
}

const UNREAD: (&str, &str) = ("is_unread", "what reading found, never written");
const ID: (&str, &str) = ("id", "chosen once and never changed");
const RANK: (&str, &str) = ("rank", "J and K, okr move");
const CARRIED: (&str, &str) = ("carried_from", "the tick of the hand-over");
const DROPPED: (&str, &str) = ("dropped", "drop and take up again");
const WAIVERS: (&str, &str) = ("waivers", "okr waive");

fn record(
    name: &'static str,
    rows: Vec<&'static str>,
    otherwise: &'static [(&'static str, &'static str)],
) -> Record {
    Record { name, rows, otherwise }
}

/// The records of a workspace and of a set.
fn records() -> Vec<Record> {
    let mut key_result = names(KEY_RESULT);
    key_result.extend(["metric", "start"]);
    vec![
        record(
            "Settings",
            names(SETTINGS),
            &[
                ("format", "what the files are written in"),
                ("lint", "the levels of the coach's rules, in an editor"),
            ],
        ),
        record("Team", names(TEAM), &[ID, ("was", "another name or parent, and okr add was")]),
        record("Cycle", names(CYCLE), &[ID, UNREAD]),
        record(
            "Frame",
            names(FRAME),
            &[
                UNREAD,
                ("committed", "commit"),
                ("closed", "close"),
                ("principles", "a record of its own"),
                ("mid_quarter", "told and freed"),
                ("pre_mortem", "a list of its own"),
                ("parking_lot", "a list of its own"),
                ("not_now", "a record of its own"),
                ("keep_running", "a record of its own"),
                ("delivery", "a record of its own"),
                ("handed", "the tick of the hand-over"),
                ("answers", "what is asked of us: okr add answer"),
                ("overrides", "the reason given at commit and close"),
                WAIVERS,
            ],
        ),
        record("Principles", names(FRAME), &[]),
        record("ListLine", names(LIST_LINE), &[ID]),
        record("Delivery", names(DELIVERY), &[ID]),
        record(
            "Objective",
            names(OBJECTIVE),
            &[
                ID,
                RANK,
                CARRIED,
                DROPPED,
                WAIVERS,
                ("mid_quarter", "mid_verdict and its reason"),
                ("revisions", "a change of what is committed, with its reason"),
                ("assumptions", "a record of its own"),
                ("negotiations", "a record of its own"),
                ("key_results", "files of their own"),
            ],
        ),
        record("Assumption", names(ASSUMPTION), &[ID]),
        record("Negotiation", names(NEGOTIATION), &[ID]),
        record(
            "KeyResult",
            names(KEY_RESULT),
            &[
                ID,
                RANK,
                CARRIED,
                DROPPED,
                WAIVERS,
                ("measure", "a record of its own"),
                ("refinement", "a record of its own"),
                ("initiatives", "a record of its own"),
                ("dependencies", "a record of its own"),
                ("revisions", "a change of what is committed, with its reason"),
            ],
        ),
        record("Measure", names(KEY_RESULT), &[]),
        record("Refinement", names(KEY_RESULT), &[]),
        record("Guardrail", key_result, &[("unit", "is written with its start: 180 ms")]),
        record("Initiative", names(INITIATIVE), &[ID]),
        record("Dependency", names(DEPENDENCY), &[ID]),
    ]
}

/// The records of what is said about a set, to the end of its quarter.
fn said() -> Vec<Record> {
    vec![
        record("CheckIn", names(CHECK_IN), &[("key_result", "the row it is logged on")]),
        record(
            "Sitting",
            vec!["date", "decision"],
            &[
                ID,
                ("kind", "the opening vote and the check-in are keys and options of their own"),
                ("supersedes", "a correction"),
                ("joins", "a correction"),
                ("order", "what was said later on its day"),
                ("together", "the votes of a room"),
                ("check_ins", "a record of its own"),
                ("recall", "is said in a session (CHK-2)"),
                ("actions", "is said in a session (CHK-4)"),
            ],
        ),
        record(
            "Scoring",
            names(SCORING),
            &[
                ("key_result", "the row it is given on"),
                ("decided", "the day it is scored on"),
                ("is_provisional", "the day it is scored on"),
                ("later", "a later reading: L, okr score --later"),
            ],
        ),
        record(
            "Note",
            [names(NOTE), names(LESSON), names(ACTION), vec!["difficulty", "importance", "verdict"]].concat(),
            &[
                ID,
                ("kind", "the column it stands in"),
                ("date", "the day it was written"),
                ("order", "what was written later on its day"),
                ("key_result", "the row that is judged"),
                ("objective", "the row that is judged"),
                ("assumption", "the row that is judged"),
            ],
        ),
        record(
            "Effort",
            names(EFFORT),
            &[
                ID,
                ("session", "is clocked by a session"),
                ("steps", "is clocked by a session"),
                ("ticked", "is ticked in a session (HND-1)"),
            ],
        ),
    ]
}

/// The names of the fields of a struct of the domain.
fn fields_of(files: &[&Source], name: &str) -> Vec<String> {
    let head = format!("pub struct {name} {{");
    let text = files.iter().find_map(|file| file.text.split_once(&head));
    let (_, body) = text.unwrap_or_else(|| panic!("there is no struct {name}"));
    let (body, _) = body.split_once("\n}").unwrap_or((body, ""));
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    fields.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_field_of_every_record_can_be_typed_or_says_how_else_it_is_changed() {
    let files: Vec<&Source> = program().iter().filter(|file| file.path.starts_with("src/domain/")).collect();
    let mut found = Vec::new();
    for Record { name, rows, otherwise } in records().into_iter().chain(said()) {
        let fields = fields_of(&files, name);
        assert!(!fields.is_empty(), "{name} has no fields");
        let is_known =
            |field: &str| rows.contains(&field) || otherwise.iter().any(|(known, _)| *known == field);
        found.extend(fields.iter().filter(|field| !is_known(field)).map(|field| format!("{name}.{field}")));
        let is_gone = |(known, _): &&(&str, &str)| !fields.iter().any(|field| field == known);
        found.extend(otherwise.iter().filter(is_gone).map(|(known, _)| format!("{name}.{known} is gone")));
    }
    assert!(found.is_empty(), "no form and no command changes {found:?}");
}
