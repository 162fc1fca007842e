//! Why, in one sentence that names the words.

use std::sync::LazyLock;

use crate::coach::words::fill;

/// The reasons, each with its row in `assets/coach/reasons.toml`.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $row:ident,)+) => {
        /// Why a statement is judged as it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Reason { $($(#[$doc])* $reason,)+ }

        /// The sentences of the asset: one for every reason, and no other.
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        struct Sentences { $($row: String,)+ }

        impl Sentences {
            fn of(&self, reason: Reason) -> &str {
                match reason { $(Reason::$reason => &self.$row,)+ }
            }
        }
    };
}

reasons! {
    /// Something can be done then.
    Ability = ability,
    /// People take part in what the team holds.
    Attended = attended,
    /// Something does not happen any more.
    Avoided = avoided,
    /// A paper for following rules.
    Badge = badge,
    /// What others give or do is counted.
    Brings = brings,
    /// It works at a stated scale.
    Capability = capability,
    /// Others have to say yes to what the team undertakes.
    Courtesy = courtesy,
    /// A share of things is in some state.
    Coverage = coverage,
    /// The words weigh for work and for effect.
    Doubt = doubt,
    /// It goes on anyway.
    Duty = duty,
    /// How well it goes for somebody.
    Effect = effect,
    /// There are no words.
    Empty = empty,
    /// A figure, in an objective.
    Figure = figure,
    /// Only others can give it.
    Gained = gained,
    /// A state somebody would notice.
    Good = good,
    /// How the team itself works.
    Habit = habit,
    /// How the team itself works, and that is the objective.
    HabitAimed = habit_aimed,
    /// Work was done.
    Handled = handled,
    /// Somebody to take on.
    Hire = hire,
    /// A level to reach.
    Level = level,
    /// How long or how much it takes somebody.
    Limit = limit,
    /// A thing the team makes or holds.
    Made = made,
    /// Work and effect in one line.
    Mixed = mixed,
    /// Nothing says who does what, or what would be different.
    Open = open,
    /// What others do.
    Others = others,
    /// A measure of the work itself.
    Proxy = proxy,
    /// Keeping to the own plan.
    Punctual = punctual,
    /// A change that is measured, with the work before it.
    Purpose = purpose,
    /// What people say when asked.
    Said = said,
    /// It can be ticked off.
    Task = task,
    /// It could stand over any team.
    Vague = vague,
    /// A number that gets looked at.
    Watched = watched,
    /// The team does it.
    Work = work,
}

static SENTENCES: LazyLock<Sentences> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/coach/reasons.toml"))
        .expect("the compiled-in reasons are what this module reads; a test parses them")
});

/// How much of a statement a reason repeats, in characters.
const REPEATED: usize = 60;

impl Reason {
    /// The sentence with the words of the statement.
    pub(super) fn say(self, words: &str) -> String {
        fill(SENTENCES.of(self), &[("words", &short(words))])
    }

    /// Tells whether it names what the team does or what can be done then; that decides where the words weigh for both.
    pub(super) const fn is_doing(self) -> bool {
        matches!(self, Self::Work | Self::Ability | Self::Hire | Self::Watched)
    }

    /// Tells whether it leaves a key result open as the labels are defined, whatever its words weigh.
    pub(super) const fn is_open_as_defined(self) -> bool {
        matches!(self, Self::Badge | Self::Habit | Self::Capability | Self::Mixed)
    }
}

/// The words, cut at a blank where they are many.
fn short(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(REPEATED) else { return words.to_owned() };
    let head = &words[..cut];
    let end = head.rfind(' ').filter(|at| *at > 0).unwrap_or(cut);
    format!("{} …", head[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_sentence_and_every_sentence_its_reason() {
        assert_eq!(
            Reason::HabitAimed.say("We edit"),
            "“We edit” is how the team itself works, and that is the objective."
        );
        assert_eq!(Reason::Empty.say(""), "There are no words here to judge.");
    }
}
