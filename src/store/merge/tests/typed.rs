//! Two people decide at two desks what either could have typed: what comes of a merge could have been typed as well, and each
//! decision is that of one of them.

use proptest::prelude::*;
use toml::{Table, Value};

use super::super::meaning::torn_apart;
use super::super::merge;
use crate::domain::change::{Address, Change, Decision, Edit, Record};
use crate::domain::day::Day;
use crate::domain::decision::{Desk, begun, judge};
use crate::domain::fingers::Fist;
use crate::domain::frame::Nearer;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::{Guardrail, KeyResult};
use crate::domain::objective::Verdict;
use crate::domain::quarter::QuarterKey;
use crate::domain::retrospective::Judged;
use crate::domain::score::Score;
use crate::domain::scoring::Scoring;
use crate::domain::seed::Seed;
use crate::domain::workspace::Workspace;
use crate::store::patch::render;
use crate::store::{layout, record};

/// Something that is decided at a desk, with what is said of it.
#[derive(Clone, Debug)]
enum Deed {
    Read(i32),
    Score(u8, Option<String>),
    ReadsLater,
    Clear,
    TellsUs(String),
    Hard(usize, Option<String>),
    Mid(usize, String),
    Drop(String),
    TakeUp,
    Guardrail(String, i32),
    GuardrailStart(i32),
    Unit(i32),
    Target(i32),
    Fist(Vec<u8>),
    Ours(usize),
    Nominal(String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let text = || "[a-c]";
    prop_oneof![
        (1_i32..40).prop_map(Deed::Read),
        (0_u8..11, prop::option::of(text())).prop_map(|(score, why)| Deed::Score(score, why)),
        Just(Deed::ReadsLater),
        Just(Deed::Clear),
        text().prop_map(Deed::TellsUs),
        (0_usize..3, prop::option::of(text())).prop_map(|(verdict, why)| Deed::Hard(verdict, why)),
        (0_usize..3, text()).prop_map(|(verdict, why)| Deed::Mid(verdict, why)),
        text().prop_map(Deed::Drop),
        Just(Deed::TakeUp),
        ("ms|s", 1_i32..9).prop_map(|(unit, start)| Deed::Guardrail(unit, start)),
        (1_i32..9).prop_map(Deed::GuardrailStart),
        (1_i32..9).prop_map(Deed::Unit),
        (1_i32..9).prop_map(Deed::Target),
        prop::collection::vec(0_u8..6, 0..4).prop_map(Deed::Fist),
        (0_usize..3).prop_map(Deed::Ours),
        text().prop_map(Deed::Nominal),
    ]
}

fn day() -> Day {
    Day::new(2027, 3, 28).unwrap()
}

fn first() -> (ObjectiveId, KeyResultId) {
    ("builds".parse().unwrap(), "ci-duration".parse().unwrap())
}

/// A quarter with a draft and, committed or not, what it takes to decide on it.
fn quarter(is_committed: bool) -> (Workspace, QuarterKey) {
    let (mut workspace, key) = begun();
    let mut seed = Seed::new(1);
    let mut take = |decide: &dyn Fn(&Desk<'_>, &mut Seed) -> Decision| {
        let change = decide(&Desk::at(&workspace, &key, day()).unwrap(), &mut seed).unwrap();
        workspace.apply(&change);
    };
    let (under, id) = first();
    take(&|desk, seed| Ok(desk.add_objective("Builds", seed)?.0));
    take(&|desk, seed| Ok(desk.add_key_result(&under, "CI duration", seed)?.0));
    take(&|desk, _| {
        desk.revise_key_result(
            measured(desk, &id, |kr| {
                kr.measure.metric = Some("CI duration".to_owned());
                kr.measure.unit = Some("min".to_owned());
                kr.measure.baseline = Some(42.into());
                kr.measure.target = Some(15.into());
            }),
            None,
        )
    });
    if is_committed {
        take(&|desk, _| desk.commit(desk.commit_stops(), Some("a small team")));
    }
    (workspace, key)
}

fn measured(desk: &Desk<'_>, id: &KeyResultId, edit: impl FnOnce(&mut KeyResult)) -> KeyResult {
    let mut key_result = desk.quarter.key_result(id).unwrap().1.clone();
    edit(&mut key_result);
    key_result
}

impl Deed {
    fn done(&self, desk: &Desk<'_>) -> Decision {
        let (under, id) = first();
        let scoring = |edit: &dyn Fn(&mut Scoring)| {
            let mut scoring = desk.record_of_today(&id);
            edit(&mut scoring);
            desk.score(scoring)
        };
        let revised = |edit: &dyn Fn(&mut KeyResult)| {
            desk.revise_key_result(measured(desk, &id, edit), Some("we know more"))
        };
        match self {
            Self::Read(reading) => scoring(&|it| it.reading = Some((*reading).into())),
            Self::Score(tenths, why) => scoring(&|it| {
                (it.score, it.reads_later) = (Score::from_tenths(*tenths), None);
                it.reason.clone_from(why);
            }),
            Self::ReadsLater => scoring(&|it| {
                (it.score, it.reason, it.reads_later) = (None, None, Some("2027-q2".to_owned()));
            }),
            Self::Clear => desk.clear_score(&id),
            Self::TellsUs(text) => scoring(&|it| it.tells_us = Some(text.clone())),
            Self::Hard(verdict, why) => {
                let what = Judged::KeyResult(id);
                desk.put_note(desk.judge(&what, what.words()[*verdict], why.as_deref())?)
            }
            Self::Mid(verdict, why) => {
                desk.judge_mid_quarter(&under, [Verdict::Keep, Verdict::Change, Verdict::Drop][*verdict], why)
            }
            Self::Drop(why) => desk.drop_objective(&under, why),
            Self::TakeUp => desk.take_up_objective(&under),
            Self::Guardrail(unit, start) => revised(&|it| {
                let (unit, start) = (Some(unit.clone()), Some((*start).into()));
                it.guardrail = Some(Guardrail { metric: "wait".to_owned(), unit, start, direction: None });
            }),
            Self::GuardrailStart(start) => revised(&|it| {
                it.guardrail.iter_mut().for_each(|guardrail| guardrail.start = Some((*start).into()));
            }),
            Self::Unit(target) => revised(&|it| {
                (it.measure.unit, it.measure.target) = (Some("h".to_owned()), Some((*target).into()));
            }),
            Self::Target(target) => revised(&|it| it.measure.target = Some((*target).into())),
            Self::Fist(shown) => desk.show_fist(Fist::new(shown.clone()).unwrap()),
            Self::Ours(answer) => {
                let answer = [Nearer::Yes, Nearer::Partly, Nearer::No][*answer];
                let mut frame = desk.quarter.frame.clone();
                frame.alignment.ours = Some(answer);
                desk.revise_frame(frame, "answer the test")
            }
            Self::Nominal(why) => desk.keep_nominal(why),
        }
    }
}

/// The workspace after deeds, those that are refused left out.
fn after(workspace: &Workspace, key: &QuarterKey, deeds: &[Deed]) -> Workspace {
    let mut after = workspace.clone();
    for deed in deeds {
        if let Ok(change) = deed.done(&Desk::at(&after, key, day()).unwrap()) {
            after.apply(&change);
        }
    }
    after
}

/// The records that were decided on.
fn records(workspace: &Workspace, key: &QuarterKey) -> Vec<(Address, Record)> {
    let quarter = &workspace.quarters[key];
    let (under, id) = first();
    let objective = quarter.objective(&under).unwrap();
    let mut all = vec![
        (Address::Frame(key.clone()), Record::Frame(quarter.frame.clone())),
        (Address::Objective(key.clone(), under.clone()), Record::objective(objective)),
        (
            Address::KeyResult(key.clone(), under, id.clone()),
            Record::KeyResult(quarter.key_result(&id).unwrap().1.clone()),
        ),
    ];
    all.extend(
        quarter.scorings.get(&id).map(|it| (Address::Scoring(key.clone(), id), Record::Scoring(it.clone()))),
    );
    let notes = quarter.notes.iter();
    all.extend(notes.map(|it| (Address::Note(key.clone(), it.id.clone()), Record::Note(it.clone()))));
    all
}

/// What becomes of `base` where one of two merged changes is judged as a command is.
fn judged(base: &Workspace, address: &Address, (before, table): (&Record, &Table)) -> Result<(), String> {
    let text = render(table);
    let (merged, problems) = record::read(address, &text, &layout::path(address));
    let merged = merged.filter(|_| problems.is_empty()).ok_or_else(|| format!("cannot be read: {text}"))?;
    let change = Change::one("merge", Edit::update(address.clone(), before.clone(), merged));
    judge(base, &change, day()).map_err(|refusal| format!("{refusal:?}: {text}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_two_typed_comes_to_what_one_could_have_typed(
        is_committed in any::<bool>(),
        before in prop::collection::vec(deed(), 0..4),
        here in prop::collection::vec(deed(), 1..4),
        there in prop::collection::vec(deed(), 1..4),
    ) {
        let (begun, key) = quarter(is_committed);
        let base = after(&begun, &key, &before);
        let [mine, theirs] = [here, there].map(|deeds| records(&after(&base, &key, &deeds), &key));
        for (address, before) in records(&base, &key) {
            let of = |side: &[(Address, Record)]| side.iter().find(|(at, _)| *at == address).map(|(_, it)| it.clone());
            let (Some(mine), Some(theirs)) = (of(&mine), of(&theirs)) else { continue };
            let [was, here, there] = [&before, &mine, &theirs].map(record::table);
            for (mine, theirs) in [(&here, &there), (&there, &here)] {
                let merged = merge(&was, mine, theirs);
                prop_assert_eq!(torn_apart((mine, theirs), &merged), None);
                let alone = [mine, theirs].map(|table| judged(&base, &address, (&before, table)));
                if alone.iter().all(Result::is_ok) {
                    prop_assert_eq!(judged(&base, &address, (&before, &merged.table)), Ok(()));
                }
            }
        }
    }
}

#[test]
fn a_row_of_figures_is_that_of_one_side() {
    let row = |shown: &[i64]| Table::from_iter([("fist".to_owned(), Value::from(shown.to_vec()))]);
    let merged = merge(&Table::new(), &row(&[3, 3]), &row(&[3, 4]));
    assert_eq!((merged.table, merged.clashes.len()), (row(&[3, 4]), 1));
}
