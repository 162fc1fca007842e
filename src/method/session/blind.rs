//! Blind input: what is hidden until all of it is in. Nothing here has a name, and nothing stands in the workspace before
//! it is revealed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::confidence::{Confidence, Votes};

/// Nothing came of it: it is shown already, or not yet, or nobody is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unchanged;

/// Goes on where it is so.
fn only(is_so: bool) -> Result<(), Unchanged> {
    if is_so { Ok(()) } else { Err(Unchanged) }
}

/// Numbers of a room, hidden until the count-in ends: confidence, fist to five, how freely one can speak.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ballot {
    /// What was typed so far, lowest first, so that not even a crash tells the order.
    #[serde(default)]
    numbers: Vec<u8>,
    /// How many passed on it.
    #[serde(default)]
    passed: usize,
    /// What was said alone before the meeting and joined at the reveal.
    #[serde(default)]
    alone: Vec<u8>,
    /// Whether it has been revealed.
    #[serde(default)]
    is_revealed: bool,
    /// The first vote, where the room votes a second time.
    #[serde(default)]
    first: Vec<u8>,
}

impl Ballot {
    /// The numbers of a room that have been shown; without any nothing was.
    pub fn of_shown(numbers: &[u8]) -> Self {
        Self { numbers: numbers.to_vec(), is_revealed: !numbers.is_empty(), ..Self::default() }
    }

    /// Takes a number in.
    ///
    /// # Errors
    /// It is revealed.
    pub fn add(&mut self, number: u8) -> Result<(), Unchanged> {
        only(!self.is_revealed)?;
        let at = self.numbers.partition_point(|other| *other < number);
        self.numbers.insert(at, number);
        Ok(())
    }

    /// Counts somebody who is there and gives no number.
    ///
    /// # Errors
    /// It is revealed.
    pub fn pass(&mut self) -> Result<(), Unchanged> {
        only(!self.is_revealed)?;
        self.passed += 1;
        Ok(())
    }

    /// Takes all numbers back that were shown, to be typed anew; what was shown as the first vote stays.
    ///
    /// # Errors
    /// It is not revealed.
    pub fn retype(&mut self) -> Result<(), Unchanged> {
        only(self.is_revealed)?;
        *self = Self { first: std::mem::take(&mut self.first), ..Self::default() };
        Ok(())
    }

    /// How many are in: their number was typed, or they passed.
    pub fn hands(&self) -> usize {
        self.numbers.len() + self.passed
    }

    /// How many numbers were typed.
    pub fn given(&self) -> usize {
        self.numbers.len()
    }

    /// Shows all at once, with those that were said alone before; nothing where everybody passed.
    ///
    /// # Errors
    /// It is revealed, or nobody is in.
    pub fn reveal(&mut self, alone: Vec<u8>) -> Result<(), Unchanged> {
        only(!self.is_revealed && (self.hands() > 0 || !alone.is_empty()))?;
        self.alone = alone;
        self.is_revealed = true;
        Ok(())
    }

    /// Hides the ballot again for another vote; what holds by then is kept as the first, also where everybody passed since.
    ///
    /// # Errors
    /// It is not revealed.
    pub fn again(&mut self) -> Result<(), Unchanged> {
        only(self.is_revealed)?;
        *self = Self { first: self.standing().unwrap_or_default(), ..Self::default() };
        Ok(())
    }

    /// Every number, lowest first; `None` before the reveal.
    pub fn shown(&self) -> Option<Vec<u8>> {
        let mut shown = [&self.numbers[..], &self.alone].concat();
        shown.sort_unstable();
        self.is_revealed.then_some(shown)
    }

    /// The numbers that hold: those shown, else those of the first vote while the second is hidden or everybody passed on it;
    /// `None` while nothing was shown.
    pub fn standing(&self) -> Option<Vec<u8>> {
        let shown = self.shown().filter(|shown| !shown.is_empty() || !self.is_second());
        shown.or_else(|| self.is_second().then(|| self.first.clone()))
    }

    /// The numbers on the board once it is revealed: those that hold.
    pub fn on_board(&self) -> Option<Vec<u8>> {
        self.standing().filter(|_| self.is_revealed)
    }

    /// The middle of the numbers on the board, by the rule of confidence.
    pub fn median(&self) -> Option<u8> {
        let votes: Votes = self.on_board()?.into_iter().filter_map(Confidence::new).collect();
        votes.median().map(Confidence::percent)
    }

    /// The numbers of the first vote, where there is a second.
    pub fn first(&self) -> &[u8] {
        &self.first
    }

    /// Tells whether this is a second vote.
    pub fn is_second(&self) -> bool {
        !self.first.is_empty()
    }

    /// The distance between the highest and the lowest number on the board.
    pub fn spread(&self) -> Option<u8> {
        let shown = self.on_board()?;
        Some(shown.last()? - shown.first()?)
    }
}

/// How many dots everybody has.
pub const DOTS: usize = 3;

/// Three dots each, hidden until all are in. Only the sums are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dots {
    /// The sum for each thing voted on, by its id.
    #[serde(default)]
    sums: BTreeMap<String, u32>,
    /// How many people have placed theirs.
    #[serde(default)]
    hands: u32,
    /// What was placed last, so that it can be taken back; nothing by somebody who passed.
    #[serde(default)]
    last: Option<Vec<String>>,
    /// Whether they have been revealed.
    #[serde(default)]
    is_revealed: bool,
}

impl Dots {
    /// Places the dots of one person, none when they pass.
    ///
    /// # Errors
    /// They are revealed, or more than three.
    pub fn place(&mut self, dots: Vec<String>) -> Result<(), Unchanged> {
        only(!self.is_revealed && dots.len() <= DOTS)?;
        for id in &dots {
            *self.sums.entry(id.clone()).or_default() += 1;
        }
        self.hands += 1;
        self.last = Some(dots);
        Ok(())
    }

    /// Takes the dots of the last person back.
    ///
    /// # Errors
    /// They are revealed, or nobody placed any since.
    pub fn take_back(&mut self) -> Result<(), Unchanged> {
        let last = self.last.take().filter(|_| !self.is_revealed).ok_or(Unchanged)?;
        for id in last {
            if let Some(sum) = self.sums.get_mut(&id) {
                *sum = sum.saturating_sub(1);
            }
        }
        self.hands = self.hands.saturating_sub(1);
        Ok(())
    }

    /// How many people have placed theirs or passed.
    pub fn hands(&self) -> u32 {
        self.hands
    }

    /// Shows the sums.
    ///
    /// # Errors
    /// They are revealed, or nobody is in.
    pub fn reveal(&mut self) -> Result<(), Unchanged> {
        self.last = None;
        only(!self.is_revealed && self.hands > 0)?;
        self.is_revealed = true;
        Ok(())
    }

    /// Hides them again: they were taken back.
    pub fn hide(&mut self) {
        self.is_revealed = false;
    }

    /// The sums by id, the most dots first; `None` before the reveal.
    pub fn shown(&self) -> Option<Vec<(&str, u32)>> {
        let mut sums: Vec<(&str, u32)> = self.sums.iter().map(|(id, sum)| (id.as_str(), *sum)).collect();
        sums.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
        self.is_revealed.then_some(sums)
    }
}

/// A draft of an objective (SET-2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its sentence.
    pub title: String,
    /// One line: why now.
    #[serde(default)]
    pub why_now: Option<String>,
}

/// Drafts of objectives, hidden until everybody has sent one or passed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Drafts {
    /// The drafts by their sentence, so that not even a crash tells the order they came in; shuffled once revealed.
    #[serde(default, rename = "draft")]
    sent: Vec<Draft>,
    /// How many people have sent theirs or passed.
    #[serde(default)]
    hands: u32,
    /// What was sent last and by how many, so that it can be taken back; never written, as it tells whose it is.
    #[serde(skip)]
    last: Option<(Vec<Draft>, u32)>,
    /// Whether they have been revealed.
    #[serde(default)]
    is_revealed: bool,
}

impl Drafts {
    /// Takes in what one person sent, nothing when they pass, or what several sent before.
    ///
    /// # Errors
    /// They are revealed.
    pub fn send(&mut self, drafts: Vec<Draft>, hands: u32) -> Result<(), Unchanged> {
        only(!self.is_revealed)?;
        self.sent.extend(drafts.iter().cloned());
        self.sent.sort_by(|one, other| one.title.cmp(&other.title));
        self.hands += hands;
        self.last = Some((drafts, hands));
        Ok(())
    }

    /// Takes back what was sent last.
    ///
    /// # Errors
    /// They are revealed, or nothing was sent since.
    pub fn take_back(&mut self) -> Result<(), Unchanged> {
        let (drafts, hands) = self.last.take().filter(|_| !self.is_revealed).ok_or(Unchanged)?;
        for draft in drafts {
            let at = self.sent.iter().position(|sent| *sent == draft);
            at.map(|at| self.sent.remove(at));
        }
        self.hands = self.hands.saturating_sub(hands);
        Ok(())
    }

    /// Whether what was sent last can be taken back.
    pub fn can_take_back(&self) -> bool {
        self.last.is_some() && !self.is_revealed
    }

    /// How many people have sent theirs or passed.
    pub fn hands(&self) -> u32 {
        self.hands
    }

    /// How many drafts there are.
    pub fn count(&self) -> usize {
        self.sent.len()
    }

    /// Shuffles the drafts, so that no order tells whose they are, and shows them.
    ///
    /// # Errors
    /// They are revealed, or there are none.
    pub fn reveal(&mut self, mut random: impl FnMut() -> u64) -> Result<(), Unchanged> {
        only(!self.is_revealed && !self.sent.is_empty())?;
        for at in (1..self.sent.len()).rev() {
            let other = usize::try_from(random() % (at as u64 + 1)).unwrap_or(0);
            self.sent.swap(at, other);
        }
        self.is_revealed = true;
        self.last = None;
        Ok(())
    }

    /// Hides them again: what they became was taken back.
    pub fn hide(&mut self) {
        self.is_revealed = false;
    }

    /// The drafts, shuffled; `None` before the reveal.
    pub fn shown(&self) -> Option<&[Draft]> {
        self.is_revealed.then_some(&self.sent[..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_is_hidden_until_the_reveal_and_sorted_then() {
        let mut ballot = Ballot::default();
        for number in [70, 20, 55] {
            ballot.add(number).unwrap();
        }
        ballot.pass().unwrap();
        assert_eq!((ballot.hands(), ballot.shown(), ballot.spread()), (4, None, None));
        ballot.reveal(vec![40]).unwrap();
        assert_eq!((ballot.shown(), ballot.spread()), (Some(vec![20, 40, 55, 70]), Some(50)));
        assert_eq!([ballot.add(10), ballot.pass(), ballot.reveal(Vec::new())], [Err(Unchanged); 3]);
    }

    #[test]
    fn nothing_is_revealed_where_nobody_voted() {
        assert_eq!(Ballot::default().reveal(Vec::new()), Err(Unchanged));
        assert_eq!(Ballot::default().again(), Err(Unchanged));
        assert_eq!(Dots::default().reveal(), Err(Unchanged));
        assert_eq!(Drafts::default().reveal(|| 0), Err(Unchanged));
    }

    #[test]
    fn a_second_vote_is_hidden_anew_and_the_first_is_kept() -> Result<(), Unchanged> {
        let mut ballot = Ballot::default();
        ballot.add(10)?;
        ballot.add(90)?;
        ballot.reveal(Vec::new())?;
        ballot.again()?;
        assert_eq!((ballot.shown(), ballot.first(), ballot.is_second()), (None, &[10, 90][..], true));
        ballot.pass()?;
        ballot.reveal(Vec::new())?;
        assert_eq!(ballot.standing(), Some(vec![10, 90]), "everybody passes on the second");
        assert_eq!((ballot.median(), ballot.spread()), (Some(50), Some(80)), "the board has what holds");
        ballot.again()?;
        assert!(ballot.is_second());
        assert_eq!(
            (ballot.standing(), ballot.median()),
            (Some(vec![10, 90]), None),
            "and is asked once more"
        );
        Ok(())
    }

    #[test]
    fn dots_are_three_each_and_only_their_sums_are_kept() -> Result<(), Unchanged> {
        let mut dots = Dots::default();
        let placed = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        dots.place(placed(&["a", "a", "b"]))?;
        dots.place(placed(&["b", "c"]))?;
        assert_eq!(dots.place(placed(&["a", "b", "c", "d"])), Err(Unchanged));
        assert_eq!((dots.hands(), dots.shown()), (2, None));
        assert_eq!([dots.take_back(), dots.take_back()], [Ok(()), Err(Unchanged)]);
        assert_eq!([dots.place(Vec::new()), dots.take_back()], [Ok(()); 2]);
        dots.place(placed(&["b"]))?;
        dots.reveal()?;
        assert_eq!(dots.shown(), Some(vec![("a", 2), ("b", 2), ("c", 0)]));
        assert_eq!(dots.place(placed(&["a"])), Err(Unchanged));
        Ok(())
    }

    #[test]
    fn drafts_are_shown_in_another_order_than_they_came() -> Result<(), Unchanged> {
        let mut drafts = Drafts::default();
        let draft = |title: &str| Draft { title: title.to_owned(), why_now: None };
        drafts.send(vec![draft("a"), draft("b")], 1)?;
        drafts.send(Vec::new(), 1)?;
        assert_eq!((drafts.hands(), drafts.count(), drafts.shown()), (2, 2, None));
        drafts.reveal(|| 0)?;
        let titles: Vec<&str> = drafts.shown().unwrap().iter().map(|draft| draft.title.as_str()).collect();
        assert_eq!(titles, ["b", "a"]);
        assert_eq!([drafts.send(vec![draft("c")], 1), drafts.take_back()], [Err(Unchanged); 2]);
        Ok(())
    }

    #[test]
    fn drafts_that_were_sent_together_are_taken_back_together_and_never_written_apart()
    -> Result<(), Unchanged> {
        let mut drafts = Drafts::default();
        let draft = |title: &str| Draft { title: title.to_owned(), why_now: None };
        drafts.send(vec![draft("a")], 1)?;
        drafts.send(vec![draft("b"), draft("a")], 2)?;
        assert_eq!((drafts.hands(), drafts.count()), (3, 3));
        assert!(!toml::to_string(&drafts).unwrap().contains("last"));
        assert_eq!([drafts.take_back(), drafts.take_back()], [Ok(()), Err(Unchanged)]);
        assert_eq!((drafts.hands(), drafts.count(), drafts.can_take_back()), (1, 1, false));
        Ok(())
    }
}
