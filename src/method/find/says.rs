//! The texts of each record: what a person wrote of it, in the order in which it is read.

use super::Text;
use crate::domain::check_in::{Action, CheckIn, Sitting};
use crate::domain::cycle::Cycle;
use crate::domain::dependency::{Answer, Dependency};
use crate::domain::effort::{Effort, StepMinutes};
use crate::domain::frame::{Alignment, Delivery, Dropped, Frame, ListLine, MidQuarter, Override};
use crate::domain::key_result::{Guardrail, Initiative, KeyResult, Revision};
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::measure::Measure;
use crate::domain::objective::{Assumption, MidVerdict, Negotiation, Objective, Wording};
use crate::domain::own_step::OwnStep;
use crate::domain::retrospective::Note;
use crate::domain::scoring::Scoring;
use crate::domain::team::{Settings, Team, Was};

/// The texts of a record while they are gathered.
#[derive(Default)]
pub(super) struct Texts {
    /// The key in the file of what is being read.
    key: String,
    all: Vec<Text>,
}

impl Texts {
    /// What stands under a key of a file; under none the whole record.
    pub(super) fn of(key: &str, says: &impl Says) -> Vec<Text> {
        let mut texts = Self { key: key.to_owned(), all: Vec::new() };
        says.add_to(&mut texts);
        texts.all
    }

    fn below(&mut self, key: &str, says: &impl Says) {
        let above = self.key.len();
        if above > 0 && !key.starts_with('[') {
            self.key.push('.');
        }
        self.key.push_str(key);
        says.add_to(self);
        self.key.truncate(above);
    }
}

/// What says something in words.
pub(super) trait Says {
    /// Adds its texts.
    fn add_to(&self, texts: &mut Texts);
}

impl Says for String {
    fn add_to(&self, texts: &mut Texts) {
        if !self.trim().is_empty() {
            texts.all.push(Text { key: texts.key.clone(), says: self.clone() });
        }
    }
}

impl<T: Says> Says for Option<T> {
    fn add_to(&self, texts: &mut Texts) {
        if let Some(says) = self {
            says.add_to(texts);
        }
    }
}

impl<T: Says> Says for Vec<T> {
    fn add_to(&self, texts: &mut Texts) {
        for (row, says) in self.iter().enumerate() {
            texts.below(&format!("[{row}]"), says);
        }
    }
}

impl Says for Waivers {
    fn add_to(&self, texts: &mut Texts) {
        for (id, waiver) in self {
            texts.below(id, waiver);
        }
    }
}

/// The members of each record that say something, with the key of the file where it is called otherwise there.
macro_rules! says {
    ($($record:ident { $($member:ident $($key:literal)?),+ })+) => {
        $(impl Says for $record {
            fn add_to(&self, texts: &mut Texts) {
                $(texts.below(says!(@key $member $($key)?), &self.$member);)+
            }
        })+
    };
    (@key $member:ident) => { stringify!($member) };
    (@key $member:ident $key:literal) => { $key };
}

says! {
    Objective {
        title, why_now, contribution, alternative, no_link, argument_for, argument_against, mid_quarter, dropped,
        waivers "waiver", revisions "revision"
    }
    MidVerdict { reason }
    Dropped { reason }
    Waiver { reason }
    Wording { reason, title }
    Assumption { text, noticed_by }
    Negotiation { asked, outcome }
    KeyResult {
        title, measure, contact, first_wording, measured_at, agreement, early_sign, command, guardrail, dropped,
        waivers "waiver", revisions "revision"
    }
    Measure { metric, scope, source }
    Guardrail { metric }
    Revision { reason, title, measure }
    Initiative { text }
    Dependency { need, team, asker }
    Frame { sponsor_promise, pattern, alignment, mid_quarter, waivers "waiver", overrides "override" }
    Alignment { reason }
    MidQuarter { told, freed }
    Override { reason, rule }
    ListLine { text, reason }
    Delivery { text, promised_to }
    Answer { says }
    Sitting { decision }
    CheckIn { changed, blocked }
    Action { text, asker }
    Scoring { tells_us, reason }
    Note { text, seen_by, starts }
    Effort { title, steps "step" }
    StepMinutes { left_out }
    Team { name, aliases, people, was }
    Was { what }
    Cycle { label }
    Settings { organisation }
    OwnStep { title, say, ask, hint, done, nudge }
}
