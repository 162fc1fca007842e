//! Changes to what stands: a draft is written anew, what is committed is revised, with its reason and the old kept (MID-3).

use super::commit::as_committed;
use super::{Desk, quoted, rewritten};
use crate::domain::change::{Change, Decision, Refusal};
use crate::domain::key_result::{KeyResult, Revision};
use crate::domain::measure::Gap;
use crate::domain::objective::{Objective, Verdict, Wording};
use crate::domain::quantity::is_other_scale;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::setting as words;

impl Desk<'_> {
    /// Changes an objective.
    ///
    /// # Errors
    /// Its sentence is blank, it is committed and its sentence would change, it does not exist, or the quarter is closed.
    pub fn revise_objective(&self, after: Objective) -> Decision {
        self.reword_objective(after, None)
    }

    /// Changes an objective. Once it is committed, another sentence is a revision: dated, with its reason, the old one kept
    /// (MID-3).
    ///
    /// # Errors
    /// Its sentence is blank, a revision lacks its reason, it does not exist, what it contributes to does not, its verdict says
    /// that it is dropped, which takes a reason, or the quarter is closed.
    pub fn reword_objective(&self, mut after: Objective, reason: Option<&str>) -> Decision {
        self.still_open()?;
        let before = self.objective(&after.id)?;
        let titles = (before.title.as_str(), after.title.as_str());
        after.title = rewritten(titles, words::THE_OBJECTIVE, words::ITS_SENTENCE)?;
        self.leads_on(before, &mut after)?;
        drops_nothing(before, &after)?;
        judged(before, &mut after, reason)?;
        let is_revision = before.is_committed() && after.title != before.title;
        if is_revision {
            let reason = reason_of(reason, &before.title)?;
            if after.revisions.is_empty() {
                let date = self.quarter.frame.committed.unwrap_or(self.today);
                after.revisions.push(as_committed(before, date));
            }
            let date = self.not_before(after.revisions.last().map(|last| last.date));
            after.revisions.push(Wording { date, reason, title: after.title.clone() });
        }
        let verb = if is_revision { "revise" } else { "change" };
        Ok(Change::one(format!("{verb} {}", quoted(&before.title)), self.objective_edit(before, &after)))
    }

    /// Changes a key result. Once it is committed, another sentence, measure or ambition is a revision: dated, with its reason,
    /// the old one kept (MID-3).
    ///
    /// # Errors
    /// Its sentence is blank, a revision lacks its reason or leaves the measure unfit to be scored, or the quarter is closed.
    pub fn revise_key_result(&self, mut after: KeyResult, reason: Option<&str>) -> Decision {
        self.still_open()?;
        let (under, before) = self.alone(&after.id)?;
        let titles = (before.title.as_str(), after.title.as_str());
        after.title = rewritten(titles, words::THE_KEY_RESULT, words::ITS_SENTENCE)?;
        self.check_effect(before, &after)?;
        self.waits_for_others(before, &after)?;
        let ambition = Some(after.ambition).filter(|ambition| *ambition != before.ambition);
        let is_revision = after.is_redefined(before);
        if is_revision || !self.quarter.readings(&before.id).is_empty() {
            keeps_its_scale(before, &after)?;
        }
        if is_revision {
            let name = before.name().to_owned();
            stays_fit(&name, &after)?;
            after.revisions.push(Revision {
                date: self.not_before(before.revisions.last().map(|last| last.date)),
                reason: reason_of(reason, &name)?,
                title: after.title.clone(),
                measure: after.measure.clone(),
                ambition,
            });
        }
        let is_said_anew = after.title != before.title && !before.has_stand_in();
        if !before.is_committed() && is_said_anew && after.first_wording.is_none() {
            after.first_wording = Some(before.title.clone());
        }
        let verb = if is_revision { "revise" } else { "change" };
        let after = self.with_its_number(before, after);
        let joins = !before.is_committed() && after.is_committed();
        let sentence = format!("{verb} {}", quoted(before.name()));
        let sentence = if joins { words::and_it_joins_the_set(sentence) } else { sentence };
        Ok(Change::one(sentence, self.key_result_edit(under, before, after)))
    }

    /// Asks that the quarter of the effect is one that can be told.
    fn check_effect(&self, before: &KeyResult, after: &KeyResult) -> Result<(), Refusal> {
        let new = after.effect_quarter.as_deref().filter(|_| after.effect_quarter != before.effect_quarter);
        match new {
            Some(named) if self.workspace.series(Some(&self.quarter.key.team)).meant(named).is_none() => {
                let says = words::there_is_no_cycle(named);
                Err(Refusal::one(StopRule::Reference, before.name(), says, words::NAME_A_CYCLE_OR_A_QUARTER))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a new dependency on the own team: nobody would be asked.
    fn waits_for_others(&self, before: &KeyResult, after: &KeyResult) -> Result<(), Refusal> {
        let own = &self.quarter.key.team;
        let is_own = |name: &str| self.workspace.team_called(name).is_some_and(|team| team.id == *own);
        let mut new = after.dependencies.iter().filter(|one| !before.dependencies.contains(one));
        let Some(new) = new.find(|one| is_own(&one.team)) else { return Ok(()) };
        let says = words::is_the_team_itself(quoted(&new.team));
        Err(Refusal::one(Step::Set10, after.name(), says, words::ADD_AN_INITIATIVE))
    }

    /// Writes a new link out, and refuses one that leads nowhere or back to where it begins.
    fn leads_on(&self, before: &Objective, after: &mut Objective) -> Result<(), Refusal> {
        let typed = after.contributes_to.as_deref().filter(|_| after.contributes_to != before.contributes_to);
        let Some(link) = typed.map(|typed| self.link(typed)).transpose()? else { return Ok(()) };
        if !self.workspace.leads_back(&link, (&self.quarter.key, &after.id)) {
            after.contributes_to = Some(link);
            return Ok(());
        }
        let hint = words::CHOOSE_AN_OBJECTIVE_ABOVE;
        Err(Refusal::one(
            StopRule::ObjectiveLoop,
            quoted(&after.title),
            words::IT_WOULD_CONTRIBUTE_TO_ITSELF,
            hint,
        ))
    }
}

/// Refuses another unit where numbers were read in the old one: they would stay, and mean something else.
pub(super) fn keeps_its_scale(before: &KeyResult, after: &KeyResult) -> Result<(), Refusal> {
    let (old, new) = (before.measure.unit(), after.measure.unit());
    if !is_other_scale(old, new) {
        return Ok(());
    }
    Err(Refusal::one(Step::Mid3, before.name(), words::its_readings_are_in(old), words::KEEP_THE_UNIT))
}

/// Refuses a verdict that says drop and drops nothing: what is dropped is dropped with its reason (MID-2).
fn drops_nothing(before: &Objective, after: &Objective) -> Result<(), Refusal> {
    let says_drop =
        |one: &Objective| one.mid_quarter.as_ref().is_some_and(|said| said.verdict == Verdict::Drop);
    if after.dropped.is_some() || says_drop(before) || !says_drop(after) {
        return Ok(());
    }
    let hint = words::drop_it_with_its_reason(&after.id);
    Err(Refusal::one(Step::Mid2, quoted(&after.title), words::A_VERDICT_DROPS_NOTHING, hint))
}

/// A verdict that is given, be it once more, comes with its reason, as in the room; what has been dropped has its own (MID-2).
fn judged(before: &Objective, after: &mut Objective, reason: Option<&str>) -> Result<(), Refusal> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty()).map(ToOwned::to_owned);
    let (dropped, is_reworded) = (after.dropped.is_some(), before.title != after.title);
    let Some(said) = after.mid_quarter.as_mut() else { return Ok(()) };
    if let Some(was) = before.mid_quarter.as_ref().filter(|was| was.verdict == said.verdict) {
        // A reason beside another sentence is that of the sentence.
        let anew = reason.filter(|_| said.reason.is_none() && !is_reworded);
        said.reason = anew.or(was.reason.clone());
        return Ok(());
    }
    if dropped && said.verdict != Verdict::Drop {
        let hint = words::TAKE_THE_DROP_BACK_FIRST;
        return Err(Refusal::one(Step::Mid2, quoted(&after.title), shared::IT_HAS_BEEN_DROPPED, hint));
    }
    said.reason = reason.or(said.reason.take());
    if said.verdict == Verdict::Change && said.reason.is_none() {
        let says = words::CHANGE_TAKES_ITS_REASON;
        return Err(Refusal::one(Step::Mid2, quoted(&after.title), says, words::SAY_WHICH_ASSUMPTION_BROKE));
    }
    Ok(())
}

/// What is committed can be scored by its measure, whatever becomes of that (MID-3).
pub(super) fn stays_fit(name: &str, after: &KeyResult) -> Result<(), Refusal> {
    let hint = words::A_COMMITTED_KEY_RESULT_KEEPS_METRIC;
    let refused = |gap: &Gap| Err(Refusal::one(Step::Mid3, name, format!("{gap}"), hint));
    after.measure.gaps().first().map_or(Ok(()), refused)
}

/// The reason of a revision of what is committed (MID-3).
pub(super) fn reason_of(reason: Option<&str>, name: &str) -> Result<String, Refusal> {
    let said = reason.map(str::trim).filter(|reason| !reason.is_empty()).map(ToOwned::to_owned);
    said.ok_or_else(|| {
        Refusal::one(Step::Mid3, name, words::IT_IS_COMMITTED, words::SAY_WHICH_ASSUMPTION_BROKE)
    })
}
