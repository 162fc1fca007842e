//! Which tokens of a sentence say something else than what is measured: its figures with the words around them, and dates.

use super::asides::stands_out;
use super::figure::Role;
use super::movement::first_word;
use super::roles::Placed;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Tags;

/// The tokens that say something else: verbs of movement, figures with the words around them, dates.
pub(super) fn used(words: &Words<'_, '_>, placed: &[Placed], is_date: &[bool]) -> Vec<bool> {
    let mut used = is_date.to_vec();
    let target = placed.iter().find(|figure| figure.role == Role::Target);
    let names = |figure: &Placed| {
        let selects = figure.role == Role::Aside && stands_out(words, &figure.found, &figure.clues);
        !figure.says_something()
            || selects
            || is_threshold(words, target, figure)
            || tells_which(words, placed, figure)
    };
    for figure in placed.iter().filter(|figure| !names(figure)) {
        let (start, mut end) = (figure.clues.lead, figure.found.at.end);
        while words.has(end, Tags::WIDER.or(Tags::NARROWER).or(Tags::NOW)) || open(words, end) {
            end += 1;
        }
        if figure.clues.is_bracketed && figure.role == Role::Baseline {
            end = (end..words.len()).take(8).find(|at| words.is(*at, ")")).unwrap_or(end);
        }
        used[start..end].fill(true);
    }
    used
}

/// "or more", "at least" behind a figure.
fn open(words: &Words<'_, '_>, at: usize) -> bool {
    let bounds = Tags::MORE.or(Tags::LESS);
    words.is_any(at, &["or", "at", "and"]) && words.has(at + 1, bounds)
        || words.is_before(at, &["or", "at", "and"]) && words.has(at, bounds)
}

/// "90 % of pull requests reviewed within 4 hours": what each case is to keep is part of the name of the share.
fn is_threshold(words: &Words<'_, '_>, target: Option<&Placed>, figure: &Placed) -> bool {
    let Some(share) = target.filter(|target| target.clues.is_share && !target.clues.is_placed) else {
        return false;
    };
    let between = share.found.at.end..figure.clues.lead;
    let is_limit =
        figure.found.unit != Unit::Percent && (figure.clues.side.is_some() || figure.clues.is_within);
    let is_joined = |at: usize| words.ends(at) || words.is(at, "and");
    is_limit && figure.role != Role::Baseline && !between.is_empty() && !{ between }.any(is_joined)
}

/// "Builds over 10 min from 40 % to 5 %", "reviews within 1 day: 60 % -> 90 %": which of them is part of the name of what moves.
fn tells_which(words: &Words<'_, '_>, placed: &[Placed], figure: &Placed) -> bool {
    let lead = figure.clues.lead;
    let is_way = |from: &&Placed| from.role == Role::Baseline && from.found.at.start >= figure.found.at.end;
    let from = placed.iter().find(is_way);
    let is_other = from.is_some_and(|from| from.found.unit.lengths(figure.found.unit).is_none());
    let is_limit = figure.role == Role::Aside && (figure.clues.side.is_some() || figure.clues.is_within);
    let of_noun = lead > first_word(words) && words.is_word(lead - 1) && !words.has(lead - 1, Tags::STOP);
    is_other && is_limit && of_noun
}
