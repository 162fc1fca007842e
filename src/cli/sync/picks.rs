//! What a person picks where others set the same field: yours, which is kept as a draft, or theirs, which stands.

use std::collections::BTreeSet;

use crate::cli::answer::Answer;
use crate::cli::ask::{ReadLine, ask};
use crate::cli::call::Call;
use crate::cli::halt::{Code, Halt};
use crate::cli::opened::{Opened, load};
use crate::cli::print::talk;
use crate::domain::change::{Address, Change, Edit, Record, Refusal};
use crate::domain::decision::{
    Renamed, goes_along, judge, lines_that_stay, with_free_ids, without_lines_elsewhere,
};
use crate::domain::display::shortened;
use crate::store::Draft;
use crate::store::save::Conflict;
use crate::sync::Shared;
use crate::words::cli::sync as words;

/// Takes yours into the files, whatever stands there, and says what it is called otherwise. A draft goes once all of it
/// stands.
pub(super) fn mine(opened: &mut Opened, id: &str, call: &mut Call) -> Result<Vec<String>, Halt> {
    let drafts = drafts(opened, id)?;
    take(opened, drafts, call)
}

/// Takes drafts over what stands, once all of them together are found to do no harm.
fn take(opened: &mut Opened, mut drafts: Vec<Draft>, call: &mut Call) -> Result<Vec<String>, Halt> {
    drafts.sort_by_key(|draft| turn(&draft.change));
    let (stands, today) = (load(opened.store())?.workspace, call.today);
    let mut renamed = Vec::new();
    for draft in &mut drafts {
        without_lines_elsewhere(&stands, &mut draft.change);
        for Renamed { from, to } in with_free_ids(&stands, &mut draft.change, &mut call.seed) {
            draft.rename(&from, &to);
            renamed.push((draft.clone(), words::yours_is_called(to.id(), from.id())));
        }
    }
    let refused = |refusal: Refusal| Halt::from(refusal).hint(words::YOURS_WAITS);
    let insisted = |opened: &Opened, draft: &Draft| {
        let change = opened.store().insist(&draft.change)?;
        let mut edits = goes_along(&stands, &change, today).map_err(refused)?;
        edits.extend(change.edits);
        Ok::<_, Halt>(Change { sentence: change.sentence, edits })
    };
    let mut whole = Change::nothing();
    for draft in &drafts {
        whole.edits.extend(insisted(opened, draft)?.edits);
    }
    judge(&stands, &whole, today).map_err(refused)?;
    for draft in &drafts {
        let change = insisted(opened, draft)?;
        if !change.is_empty() {
            opened.save_draft(&change, draft)?;
        }
    }
    // What it stands as is not what it waited for.
    renamed.iter().try_for_each(|(draft, _)| discard(opened, draft))?;
    Ok(renamed.into_iter().map(|(_, says)| says).collect())
}

/// What others stand in comes first and goes last.
fn turn(change: &Change) -> u8 {
    let is_objective = |end: &Option<(Address, Record)>| matches!(end, Some((Address::Objective(..), _)));
    if change.edits.iter().any(|edit| is_objective(&edit.after)) {
        0
    } else if change.edits.iter().any(|edit| is_objective(&edit.before)) {
        2
    } else {
        1
    }
}

/// Forgets yours.
pub(super) fn theirs(opened: &mut Opened, id: &str) -> Result<(), Halt> {
    drafts(opened, id)?.iter().try_for_each(|draft| forget(opened, draft))
}

/// Forgets a draft; what of it was taken in already and stands twice now goes with it.
fn forget(opened: &mut Opened, draft: &Draft) -> Result<(), Halt> {
    let edits = lines_that_stay(&load(opened.store())?.workspace, &draft.change);
    if !edits.is_empty() {
        opened.save(&Change { sentence: words::LEAVE_LINES_WHERE_THEY_STOOD.to_owned(), edits })?;
    }
    discard(opened, draft)
}

/// Asks about each draft that was not put off before; gives whether anything of yours was taken and is to be shared again.
pub(super) fn asked(
    opened: &mut Opened,
    answer: &mut Answer,
    (call, later): (&mut Call, &mut Vec<Draft>),
) -> Result<bool, Halt> {
    let mut drafts = opened.store().drafts();
    drafts.retain(|draft| !later.contains(draft));
    if !drafts.is_empty() {
        talk(&std::mem::take(&mut answer.talk));
    }
    let mut is_taken = false;
    for draft in drafts {
        let question = words::yours_or_theirs(&draft.change.sentence);
        match ask(&question) {
            ReadLine::Text(text) if text.eq_ignore_ascii_case("y") => match take(opened, vec![draft], call) {
                Ok(renamed) => {
                    talk(&renamed);
                    is_taken = true;
                }
                Err(halt) if halt.refused.is_some() => talk(&halt.lines),
                Err(halt) => return Err(halt),
            },
            ReadLine::Text(text) if text.eq_ignore_ascii_case("t") => forget(opened, &draft)?,
            ReadLine::Text(_) | ReadLine::Skipped => later.push(draft),
            ReadLine::Ended => break,
        }
    }
    Ok(is_taken)
}

/// The drafts that wait and were not told of just now, each with what stands against it; what stands already waits no longer.
pub(super) fn waiting(opened: &Opened, shared: &Shared) -> Vec<(Draft, Option<Conflict>)> {
    let is_told = |draft: &Draft| shared.clashes.iter().any(|(_, told)| *told == draft.path);
    let waits = |draft: &Draft| {
        let stands = opened.store().insist(&draft.change).is_ok_and(|change| change.is_empty());
        // One more draft is only untidy.
        !(stands && opened.store().discard(draft).is_ok())
    };
    let drafts = opened.store().drafts().into_iter().filter(|draft| !is_told(draft) && waits(draft));
    let against = |draft: Draft| {
        let conflict = opened.store().conflict(&draft.change);
        (draft, conflict)
    };
    drafts.map(against).collect()
}

/// The records a draft is about. What goes along with an objective is not what it is about.
fn about(change: &Change) -> impl Iterator<Item = &Address> {
    let edits = &change.edits;
    let is_along = |edit: &&Edit| turn(change) == 2 && edits.last() != Some(*edit);
    let edits = edits.iter().filter(move |edit| !is_along(edit));
    edits.filter_map(|edit| edit.after.as_ref().or(edit.before.as_ref())).map(|(address, _)| address)
}

/// The drafts that are about one record: that of this id or path, else the one whose id begins so; all of them for none.
fn drafts(opened: &Opened, id: &str) -> Result<Vec<Draft>, Halt> {
    let all = opened.store().drafts();
    let is_it = |at: &Address| at.id() == id || at.to_string() == id;
    let is_typed_whole = all.iter().flat_map(|draft| about(&draft.change)).any(is_it);
    let is_meant = |at: &&Address| is_it(at) || !is_typed_whole && at.id().starts_with(id);
    let is_about = |draft: &Draft| about(&draft.change).any(|at| is_meant(&at));
    let found: Vec<Draft> = all.into_iter().filter(is_about).collect();
    let records = || found.iter().flat_map(|draft| about(&draft.change)).filter(is_meant);
    let is_one = |at: &Address| found.iter().all(|draft| about(&draft.change).any(|other| other.is_same(at)));
    if !id.is_empty() && !found.is_empty() && !records().any(is_one) {
        let listed: BTreeSet<String> = records().map(|at| format!("  {at}")).collect();
        let halt = Halt::usage(words::several_records_wait(shortened(id)), words::NAME_ONE_BY_ITS_PATH);
        return Err(listed.into_iter().fold(halt, Halt::with));
    }
    if found.is_empty() {
        let about = if id.is_empty() { String::new() } else { format!(" about `{}`", shortened(id)) };
        return Err(Halt::usage(
            words::no_draft_waits_for_your_pick(&about),
            words::OKR_SYNC_TELLS_OF_CLASHES,
        ));
    }
    Ok(found)
}

fn discard(opened: &Opened, draft: &Draft) -> Result<(), Halt> {
    let hint = words::REMOVE_IT_BY_HAND;
    let halt = |why| Halt::new(Code::NotWritten, format!("{}: {why}", draft.path.display()), hint);
    opened.store().discard(draft).map_err(halt)
}
