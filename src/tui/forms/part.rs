//! The forms of what stands under an objective or a key result: assumptions, changes that were asked, dependencies,
//! initiatives.

use super::setting::{gone, new_line_id, plain};
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::decision::{Desk, Holder as _, Under};
use crate::domain::dependency::Dependency;
use crate::domain::id::LineId;
use crate::domain::key_result::Initiative;
use crate::domain::objective::{Assumption, Negotiation};
use crate::domain::seed::Seed;
use crate::method::fields::PartFields;
use crate::method::step::Step;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::setting as words;

/// A line with what its forms say of it.
pub(super) trait Shown: PartFields {
    /// The title of the form of a new one, and of one that stands.
    const TITLES: [&'static str; 2];
    /// What is said to be gone: what it stands under, and itself.
    const GONE: [&'static str; 2];
    /// The step whose questions are read aloud.
    const STEP: Option<Step>;
    /// The fields that are asked of a new one; all where none is named.
    const AT_FIRST: Option<&'static [&'static str]>;

    fn subject(under: Under<Self>, id: Option<LineId>) -> Subject;
    fn target(under: Under<Self>, id: LineId) -> Target;
}

macro_rules! shown {
    ($($part:ident, new $new:ident: $titles:expr, $gone:expr, $step:expr, $first:expr);+ $(;)?) => {
        $(impl Shown for $part {
            const TITLES: [&'static str; 2] = $titles;
            const GONE: [&'static str; 2] = $gone;
            const STEP: Option<Step> = $step;
            const AT_FIRST: Option<&'static [&'static str]> = $first;

            fn subject(under: Under<Self>, id: Option<LineId>) -> Subject {
                match id {
                    None => Subject::$new(under),
                    Some(id) => Subject::$part(under, id),
                }
            }

            fn target(under: Under<Self>, id: LineId) -> Target {
                Target::$part(under, id)
            }
        })+
    };
}

shown! {
    Assumption, new NewAssumption: [words::NEW_ASSUMPTION, anywhere::ASSUMPTION],
        [anywhere::THE_OBJECTIVE, anywhere::THE_ASSUMPTION], Some(Step::Set12), Some(&["text", "noticed_by"]);
    Negotiation, new NewNegotiation: [words::A_CHANGE_WE_WERE_ASKED_FOR; 2],
        [anywhere::THE_OBJECTIVE, words::THE_ENTRY], Some(Step::Set11), None;
    Dependency, new NewDependency: [words::NEW_DEPENDENCY, anywhere::DEPENDENCY],
        [anywhere::THE_KEY_RESULT, words::THE_DEPENDENCY], Some(Step::Set10), None;
    Initiative, new NewInitiative: [words::NEW_INITIATIVE, anywhere::INITIATIVE],
        [anywhere::THE_KEY_RESULT, words::THE_INITIATIVE], None, Some(&["text"]);
}

/// The form of a line, or of some of its fields; Enter goes from field to field where there are several.
fn form<P: Shown>((subject, title): (Subject, &str), asked: Option<&[&str]>, line: &P) -> Form {
    let form = Form { step: P::STEP, ..Form::new(subject, title) }.fields(P::FIELDS, line);
    let form = match asked {
        Some(names) => form.only(names),
        None => form,
    };
    if form.entries.len() > 1 { form.enter_goes_on() } else { form }
}

/// What the line stands under.
fn holder<'a, P: Shown>(desk: &Desk<'a>, id: &Under<P>) -> Result<&'a P::Under, Refusal> {
    P::Under::find(desk.quarter, id).ok_or_else(|| gone(P::GONE[0]))
}

pub(super) fn new<P: Shown>(state: &State, under: &Under<P>) -> Result<Form, Refusal> {
    holder::<P>(&state.desk()?, under)?;
    let about = (P::subject(under.clone(), None), P::TITLES[0]);
    Ok(form(about, P::AT_FIRST, &P::blank(LineId::blank(), state.today)))
}

pub(super) fn edit<P: Shown>(state: &State, under: &Under<P>, id: &LineId) -> Result<Form, Refusal> {
    let mut all = P::all(holder::<P>(&state.desk()?, under)?).iter();
    let line = all.find(|line| line.id() == id).ok_or_else(|| gone(P::GONE[1]))?;
    Ok(form((P::subject(under.clone(), Some(id.clone())), P::TITLES[1]), None, line))
}

pub(super) fn save<P: Shown>(
    form: &mut Form,
    state: &State,
    seed: &mut Seed,
    (under, id): (&Under<P>, Option<&LineId>),
) -> Outcome {
    let desk = state.desk()?;
    let holder = holder::<P>(&desk, under)?;
    let before = match P::all(holder).iter().find(|line| Some(line.id()) == id) {
        Some(line) => line.clone(),
        None => P::blank(new_line_id(seed)?, state.today),
    };
    let after = form.write(P::FIELDS, before, &mut |_| plain(state))?;
    let target = P::target(under.clone(), after.id().clone());
    Ok(Save::new(desk.put_part(holder, after, None)?).select(target))
}
