//! The words of a statement: phrases bound together, numbers with their units; where the statement itself begins, and
//! where it ends.

use std::ops::Range;

use super::amount::{self, Amount};
use crate::coach::lexicon::known::{self, Form};
use crate::coach::lexicon::senses::{NOUNS, Sense, Senses, VERBS};
use crate::coach::statement::Statement;
use crate::coach::token::{Kind, is_one_of};

/// A word, a phrase, a number with its unit, or a sign.
#[derive(Debug, Clone)]
pub(super) struct Word<'s> {
    /// Its first token in small letters.
    pub(super) lower: &'s str,
    /// Its last token in small letters.
    pub(super) last: &'s str,
    /// How many tokens it is made of.
    pub(super) len: usize,
    /// What it can say.
    pub(super) senses: Senses,
    /// What English in general knows of it.
    pub(super) english: Senses,
    /// In which form.
    pub(super) form: Form,
    /// What it is an amount of, if it is one.
    pub(super) amount: Option<Amount>,
    /// Whether it is a sign.
    pub(super) is_sign: bool,
    /// Whether it has capitals.
    pub(super) is_upper: bool,
    /// Where it stands in the text, in bytes.
    pub(super) span: Range<usize>,
}

impl Word<'_> {
    /// Tells whether it can say this.
    pub(super) fn has(&self, sense: Sense) -> bool {
        self.senses.has(sense)
    }

    /// Tells whether it can say one of these.
    pub(super) fn any(&self, of: Senses) -> bool {
        self.senses.any(of)
    }

    /// Tells whether it is one of these words or signs.
    #[inline]
    pub(super) fn is(&self, words: &[&str]) -> bool {
        is_one_of(self.lower, words)
    }

    /// Tells whether it can be a verb.
    pub(super) fn is_verb(&self) -> bool {
        self.any(VERBS)
    }

    /// Tells whether it can be a noun: known as one, or not known at all.
    pub(super) fn is_noun(&self) -> bool {
        !self.is_sign && self.amount.is_none() && (self.any(NOUNS) || self.senses.is_empty())
    }

    /// Tells whether it is an `-ing` that may stand for the work itself.
    pub(super) fn is_gerund(&self) -> bool {
        self.form.is_ing() && !self.form.is_plain() && self.is_verb()
    }

    /// Tells whether it can only be a participle: "published", and not "plan" or "cut".
    pub(super) fn is_participle(&self) -> bool {
        self.form.is_past() && !(self.form.is_plain() && self.any(NOUNS))
    }

    /// Tells whether it only says how: "successfully".
    pub(super) fn is_adverb(&self) -> bool {
        let known = self.is_verb() || self.any(NOUNS) || self.has(Sense::Often);
        self.lower.len() > 4 && self.lower.ends_with("ly") && !known
            || self.is(&["now", "also", "all", "each", "both", "always", "already"])
    }

    /// Tells whether it ends a group of words.
    pub(super) fn ends_group(&self) -> bool {
        const INSIDE: &[&str] = &["&", "/", "\"", "'", "-", "+", "#", "‘", "“", "”", "’"];
        self.has(Sense::Join) || self.is_sign && !self.is(INSIDE)
    }

    /// Tells whether it stands before the words of a group.
    pub(super) fn opens_group(&self) -> bool {
        const OPENING: Senses = Senses::of(&[
            Sense::Article,
            Sense::Every,
            Sense::Bound,
            Sense::Compare,
            Sense::Number,
            Sense::Join,
            Sense::Not,
            Sense::Speaker,
        ]);
        const MEASURES: &[&str] = &[
            "number",
            "numbers",
            "amount",
            "count",
            "total",
            "percentage",
            "proportion",
            "share",
            "out",
            "volume",
            "average",
            "majority",
            "handful",
            "bunch",
            "median",
            "mean",
        ];
        self.any(OPENING) || self.amount.is_some() || self.is_sign || self.is(MEASURES)
    }
}

/// Parts a statement into its words.
pub(super) fn words<'s>(statement: &'s Statement<'_>) -> Vec<Word<'s>> {
    let mut found = Vec::with_capacity(statement.tokens.len());
    let mut at = 0;
    while at < statement.tokens.len() {
        let word = word_at(statement, at);
        at += word.len;
        found.push(word);
    }
    unbracketed(unquoted(found))
}

/// A remark in brackets with the statement going on behind it: "a quarter of hires (25 %) come by referral".
fn unbracketed(mut words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let opens = (2..words.len()).find(|at| words[*at].is(&["("]));
    let Some(opens) = opens else { return words };
    let Some(closes) = (opens..words.len()).find(|at| words[*at].is(&[")"])) else { return words };
    if words.get(closes + 1).is_some_and(|next| !next.is_sign) {
        words.drain(opens..=closes);
    }
    words
}

const QUOTES: &[&str] = &["\"", "“", "”"];

/// What is quoted in the middle of a statement is one thing: `calls that ask "where is it" fall`.
fn unquoted(mut words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let is_quote = |at: &usize| words[*at].is(QUOTES);
    let Some(first) = (2..words.len()).find(is_quote) else { return words };
    let Some(last) = (first + 2..words.len().min(first + 14)).find(is_quote) else { return words };
    if (0..first).any(|at| words[at].is(QUOTES)) {
        return words;
    }
    let span = words[first].span.start..words[last].span.end;
    let quoted = &mut words[first + 1];
    *quoted = Word {
        senses: Senses::default(),
        english: Senses::default(),
        amount: None,
        is_sign: false,
        span,
        ..quoted.clone()
    };
    words.drain(first + 2..=last);
    words.remove(first);
    words
}

fn word_at<'s>(statement: &'s Statement<'_>, at: usize) -> Word<'s> {
    let tokens = &statement.tokens;
    let first = &tokens[at];
    let lower = first.lower.as_ref();
    let made = |len: usize, known: known::Known| Word {
        lower,
        last: tokens[at + len - 1].lower.as_ref(),
        len,
        senses: either(known.senses, known.form),
        english: known.english,
        form: known.form,
        amount: None,
        is_sign: false,
        is_upper: first.text != lower,
        span: first.start..tokens[at + len - 1].span().end,
    };
    if let Some((len, amount)) = amount::at(statement, at) {
        return Word { amount: Some(amount), ..made(len, known::Known::default()) };
    }
    if first.kind != Kind::Word {
        return Word { is_sign: true, ..made(1, known::Known::default()) };
    }
    let next = |ahead: usize| tokens.get(at + 1 + ahead).map(|token| token.lower.as_ref());
    let (len, known) = known::word_or_phrase(lower, next);
    made(len, known)
}

/// A thing in the singular, people or what they do in the plural: "client", "view", "players".
fn either(senses: Senses, form: Form) -> Senses {
    const DONE_BY_OTHERS: Senses = Senses::of(&[Sense::Outsider, Sense::Act]);
    const THING: Senses = Senses::of(&[Sense::Made]);
    match (senses.any(THING) && senses.any(DONE_BY_OTHERS), form.is_s()) {
        (false, _) => senses,
        (true, true) => senses.without(THING),
        (true, false) => senses.without(DONE_BY_OTHERS),
    }
}

/// Where the statement itself begins: behind "[stretch]" and "By the end of May,".
pub(super) fn start(words: &[Word<'_>]) -> usize {
    let at = (0..words.len()).find(|at| !is_label(words, *at)).unwrap_or(0);
    let dates = |word: &Word<'_>| {
        word.len == 1 && word.is(&["by", "in", "until", "before", "at", "as", "averaged", "measured"])
            || word.has(Sense::Often)
    };
    let comma = (at + 1..words.len().min(at + 9)).find(|at| words[*at].is(&[",", ":"]));
    match comma {
        Some(comma) if words.get(at).is_some_and(dates) && comma + 1 < words.len() => comma + 1,
        _ => at,
    }
}

/// "[stretch]", "Goal:": a word that stands before a statement and is no part of it.
fn is_label(words: &[Word<'_>], at: usize) -> bool {
    const NAMES: &[&str] = &["stretch", "existing", "optional", "goal", "target", "new", "result"];
    let word = &words[at];
    if word.is_sign {
        return !word.is(&["<", ">", "≤", "≥", "~", "<=", ">=", "+"]);
    }
    let closes = words.get(at + 1).is_some_and(|word| word.is_sign && word.is(&[".", ")", ":", "]", "*"]));
    word.is(NAMES) && closes && at < 4
}

/// Where a purpose or a means begins: "so that", "in order to", "by publishing", "thanks to", "to grow attendance".
pub(super) fn tail(words: &[Word<'_>], start: usize) -> usize {
    const OPENING: Senses = Senses::of(&[Sense::Purpose, Sense::Means]);
    let begins = |at: &usize| {
        let word = &words[*at];
        let next = words.get(at + 1);
        word.any(OPENING)
            || word.is(&["("])
            || word.is(&["by"]) && next.is_some_and(Word::is_gerund)
            || word.is(&["to"]) && next.is_some_and(|next| is_purpose(&words[at - 1], next, at - 1 == start))
    };
    (start + 2..words.len()).find(begins).unwrap_or(words.len())
}

/// "A plan to grow", but not "time to hire", "willingness to pay", "from 8 to 40", "people to talk to".
fn is_purpose(before: &Word<'_>, next: &Word<'_>, is_first: bool) -> bool {
    let does = next.is_verb() && next.form.is_plain() && next.amount.is_none();
    let bound = before.any(Senses::of(&[Sense::Metric, Sense::Outsider]));
    does && before.is_noun() && !(is_first && before.is_verb()) && !bound
}
