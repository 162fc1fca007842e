//! What counts of a check-in and its corrections: each is a file of its own, and two clones may make two of one check-in.
//!
//! Both hold as long as they speak of different things: of each thing that was said, what was set last counts.

mod family;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use self::family::{Family, Standing};
use super::check_in::Sitting;
use super::id::{KeyResultId, LineId, SittingId};

/// All sittings of a quarter, and what counts of them: looked up once for all of them, and anew after a change.
#[derive(Debug, Clone, Default)]
pub struct Sittings {
    all: Vec<Sitting>,
    corrections: OnceLock<Corrections>,
}

impl PartialEq for Sittings {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Sittings {}

impl From<Vec<Sitting>> for Sittings {
    fn from(all: Vec<Sitting>) -> Self {
        Self { all, corrections: OnceLock::new() }
    }
}

impl Deref for Sittings {
    type Target = Vec<Sitting>;

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

impl DerefMut for Sittings {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.corrections.take();
        &mut self.all
    }
}

impl Sittings {
    fn corrections(&self) -> &Corrections {
        self.corrections.get_or_init(|| Corrections::of(&self.all))
    }

    /// What counts, oldest first; of what was corrected the correction, or what several come to.
    pub(super) fn standing(&self) -> Vec<&Sitting> {
        let corrections = self.corrections();
        let mut all: Vec<&Sitting> =
            self.all.iter().filter_map(|sitting| corrections.standing_at(sitting)).collect();
        if !corrections.families.is_empty() {
            all.sort_by_key(|sitting| (sitting.date, sitting.order));
        }
        all
    }

    /// What counts in the place of a sitting, itself where nothing corrects it.
    pub(super) fn standing_for(&self, id: &SittingId) -> Option<&Sitting> {
        let corrections = self.corrections();
        match corrections.family_of.get(id) {
            Some(family) => corrections.families[*family].counts.as_ref(),
            None => self.all.iter().find(|sitting| sitting.id == *id),
        }
    }

    /// The corrections beside one that nothing corrects either.
    pub(super) fn beside(&self, id: &SittingId) -> Vec<SittingId> {
        let corrections = self.corrections();
        let family = corrections.family_of.get(id).map(|family| &corrections.families[*family]);
        let last = family.map_or(&[][..], |family| &family.last);
        last.iter().filter(|other| *other != id).cloned().collect()
    }

    /// What corrections of one check-in say differently.
    pub(super) fn contested(&self) -> impl Iterator<Item = &Contested> {
        self.corrections().families.iter().flat_map(|family| &family.contested)
    }
}

/// One thing of a check-in of which two corrections say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// What they differ in.
    pub about: About,
    /// The correction that counts.
    pub counts: SittingId,
    /// The one that does not.
    pub other: SittingId,
    /// Whether that one takes back what the first one says.
    pub takes_back: bool,
    /// What is to be corrected to say otherwise.
    pub standing: SittingId,
}

/// A thing that a check-in says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Its day and its place among those of the day.
    Day,
    /// What was decided.
    Decision,
    /// How many objectives were named.
    Recall,
    /// One action.
    Action(LineId),
    /// One key result.
    KeyResult(KeyResultId),
    /// All of it.
    Everything,
}

/// What was corrected, by whom.
#[derive(Debug, Clone)]
struct Corrections {
    /// Each check-in that was corrected, with all its corrections.
    families: Vec<Standing>,
    family_of: BTreeMap<SittingId, usize>,
}

impl Corrections {
    fn of(all: &[Sitting]) -> Self {
        let groups = groups(all);
        let ids = groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |one| (one, at)));
        let family_of = ids.map(|(one, at)| (one.id.clone(), at)).collect();
        Self { families: groups.into_iter().map(|group| Family::of(group).standing()).collect(), family_of }
    }

    /// What counts, where it has its place at this sitting.
    fn standing_at<'q>(&'q self, sitting: &'q Sitting) -> Option<&'q Sitting> {
        let Some(family) = self.family_of.get(&sitting.id) else { return Some(sitting) };
        self.families[*family].counts.as_ref().filter(|counts| counts.id == sitting.id)
    }
}

/// What a correction takes the place of.
fn corrected(sitting: &Sitting) -> impl Iterator<Item = &SittingId> {
    sitting.supersedes.iter().chain(&sitting.joins)
}

/// The sittings of which one corrects the other, by way of others too, group by group.
fn groups(all: &[Sitting]) -> Vec<Vec<&Sitting>> {
    let mut near: BTreeMap<&SittingId, Vec<&SittingId>> = BTreeMap::new();
    for (one, other) in all.iter().flat_map(|one| corrected(one).map(|other| (&one.id, other))) {
        near.entry(one).or_default().push(other);
        near.entry(other).or_default().push(one);
    }
    if near.is_empty() {
        return Vec::new();
    }
    let by_id: BTreeMap<&SittingId, &Sitting> = all.iter().map(|sitting| (&sitting.id, sitting)).collect();
    let mut groups = Vec::new();
    while let Some((id, others)) = near.pop_first() {
        let (mut group, mut next) = (BTreeSet::from([id]), others);
        while let Some(id) = next.pop() {
            if group.insert(id) {
                next.extend(near.remove(id).unwrap_or_default());
            }
        }
        groups.push(group.into_iter().filter_map(|id| by_id.get(id).copied()).collect());
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::CheckIn;
    use crate::domain::day::Day;
    use proptest::prelude::*;

    fn id(id: &str) -> SittingId {
        SittingId::new(id).unwrap()
    }

    /// A sitting that says these of key results, such as `a=1 b=2`.
    fn sitting(called: &str, corrects: &[&str], says: &str) -> Sitting {
        let mut corrects = corrects.iter().map(|one| id(one));
        let entry = |(key_result, text): (&str, &str)| CheckIn {
            changed: Some(text.to_owned()),
            ..CheckIn::on(key_result.parse().unwrap())
        };
        Sitting {
            supersedes: corrects.next(),
            joins: corrects.collect(),
            check_ins: says.split_whitespace().map(|one| entry(one.split_once('=').unwrap())).collect(),
            ..Sitting::new(id(called), Day::new(2027, 2, 12).unwrap())
        }
    }

    fn says(sitting: &Sitting) -> String {
        let entry =
            |one: &CheckIn| format!("{}={}", one.key_result, one.changed.as_deref().unwrap_or_default());
        sitting.check_ins.iter().map(entry).collect::<Vec<_>>().join(" ")
    }

    /// What is contested: about what, what counts, what does not.
    type Told = Vec<(About, String, String)>;

    /// What stands, each with its name, and what is contested.
    fn standing(all: &[Sitting]) -> (Vec<(String, String)>, Told) {
        let all = Sittings::from(all.to_vec());
        let stands = all.standing().into_iter().map(|one| (one.id.to_string(), says(one))).collect();
        let contested =
            all.contested().map(|one| (one.about.clone(), one.counts.to_string(), one.other.to_string()));
        (stands, contested.collect())
    }

    fn one(id: &str, says: &str) -> Vec<(String, String)> {
        vec![(id.to_owned(), says.to_owned())]
    }

    fn on(key_result: &str) -> About {
        About::KeyResult(key_result.parse().unwrap())
    }

    #[test]
    fn corrections_of_different_things_all_hold() {
        let all = [
            sitting("a", &[], "x=1 y=1 z=1"),
            sitting("b", &["a"], "x=2 y=1 z=1"),
            sitting("c", &["a"], "x=1 y=1 z=3 new=3"),
            Sitting { decision: Some("ask the edge team".to_owned()), ..sitting("d", &["b"], "x=2 z=1") },
        ];
        assert_eq!(standing(&all), (one("c", "x=2 z=3 new=3"), vec![]));
        let sittings = Sittings::from(all.to_vec());
        for called in ["a", "b", "c", "d"] {
            assert_eq!(
                sittings.standing_for(&id(called)).unwrap().decision.as_deref(),
                Some("ask the edge team")
            );
        }
        assert_eq!(sittings.beside(&id("c")), [id("d")]);
        let Sitting { supersedes, joins, .. } = sittings.standing_for(&id("a")).unwrap();
        assert_eq!((supersedes.as_ref(), joins.len()), (Some(&id("a")), 0));
    }

    #[test]
    fn of_the_same_thing_one_correction_counts_and_it_is_known() {
        let all =
            [sitting("a", &[], "x=1 y=1"), sitting("b", &["a"], "x=2 y=2"), sitting("c", &["a"], "x=3 y=2")];
        let contested = vec![(on("x"), "c".to_owned(), "b".to_owned())];
        assert_eq!(standing(&all), (one("c", "x=3 y=2"), contested));
        let later = [Sitting { order: 2, ..all[1].clone() }, all[0].clone(), all[2].clone()];
        assert_eq!(
            standing(&later).1.first().map(|first| first.1.as_str()),
            Some("b"),
            "the later place counts"
        );
    }

    #[test]
    fn a_correction_outweighs_a_taking_back_whatever_letters_were_drawn() {
        for (corrected, taken_back) in [("b", "c"), ("c", "b")] {
            let all = [
                sitting("a", &[], "x=1 y=1"),
                sitting(taken_back, &["a"], ""),
                sitting(corrected, &["a"], "x=2 y=1"),
            ];
            let contested = vec![(on("x"), corrected.to_owned(), taken_back.to_owned())];
            assert_eq!(
                standing(&all),
                (one(corrected, "x=2"), contested),
                "what nobody corrected is taken back"
            );
            assert!(
                Sittings::from(all.to_vec())
                    .contested()
                    .all(|one| one.takes_back && one.standing == id(corrected))
            );
        }
        let moved = Sitting { date: Day::new(2027, 2, 11).unwrap(), ..sitting("b", &["a"], "x=1") };
        let all = [sitting("a", &[], "x=1"), moved, sitting("c", &["a"], "")];
        let lost = vec![(About::Everything, "c".to_owned(), "b".to_owned())];
        assert_eq!(standing(&all).1, lost, "a day that was corrected of nothing is told");
    }

    #[test]
    fn what_corrects_both_settles_it_also_where_it_says_what_was_said_first() {
        let mut all = vec![
            sitting("a", &[], "x=1 y=1"),
            sitting("b", &["a"], "x=2 y=1 n=2"),
            sitting("z", &["a"], "x=3 y=3"),
        ];
        all.push(sitting("d", &["z", "b"], "x=1 y=3"));
        assert_eq!(standing(&all), (one("d", "x=1 y=3"), vec![]));
        // And two clones may correct what was joined.
        all.push(sitting("e", &["z", "b"], "x=2 y=3"));
        all.push(sitting("f", &["d"], "x=1 y=4"));
        assert_eq!(standing(&all).0, one("f", "x=1 y=4"));
    }

    #[test]
    fn a_ring_and_a_lost_beginning_end() {
        let ring = [sitting("a", &["b"], "x=1"), sitting("b", &["a"], "x=2"), sitting("c", &[], "x=3")];
        assert_eq!(standing(&ring), (one("c", "x=3"), vec![]));
        let tail =
            [ring[0].clone(), ring[1].clone(), sitting("d", &["a"], "x=4"), sitting("e", &["b"], "x=5")];
        assert_eq!(standing(&tail).0.len(), 1);
        let lost = [sitting("b", &["gone"], "x=2 y=1"), sitting("c", &["gone"], "x=1 y=3")];
        assert_eq!(standing(&lost).0, one("c", "x=1 y=3"));
    }

    #[test]
    fn a_change_is_seen_and_the_place_on_the_day_is_kept() {
        let mut sittings = Sittings::from(vec![sitting("a", &[], "x=1"), sitting("n", &[], "x=8")]);
        assert_eq!(sittings.standing().len(), 2);
        sittings.push(sitting("b", &["a"], "x=2"));
        sittings.push(Sitting { date: Day::new(2027, 2, 13).unwrap(), ..sitting("c", &["a"], "x=1") });
        let days: Vec<_> =
            sittings.standing().iter().map(|one| (one.id.to_string(), one.date.to_string())).collect();
        assert_eq!(
            days,
            [("n".to_owned(), "2027-02-12".to_owned()), ("c".to_owned(), "2027-02-13".to_owned())]
        );
        assert_eq!(says(sittings.standing()[1]), "x=2");
    }

    /// One clone's corrections, one on the other: each sets one key result or takes it back.
    fn chain() -> impl Strategy<Value = Vec<(usize, Option<u8>)>> {
        prop::collection::vec((0..4_usize, prop::option::of(0..9_u8)), 1..4)
    }

    const NAMES: [&str; 4] = ["p", "q", "r", "s"];
    const BEGUN: &str = "p=old q=old r=old s=old";

    /// The files of clones that each corrected the first one on their own, and how each left it.
    fn written(clones: &[Vec<(usize, Option<u8>)>]) -> (Vec<Sitting>, Vec<String>) {
        let mut all = vec![sitting("first", &[], BEGUN)];
        let mut left = Vec::new();
        for (clone, chain) in clones.iter().enumerate() {
            let (mut now, mut before) = (BEGUN.to_owned(), "first".to_owned());
            for (at, (name, text)) in chain.iter().enumerate() {
                let is_it = |one: &&str| one.starts_with(NAMES[*name]);
                let set = text.map(|text| format!("{}={text}", NAMES[*name]));
                let rest = now.split_whitespace().filter(|one| !is_it(one)).map(str::to_owned);
                let mut entries: Vec<String> = rest.chain(set).collect();
                entries.sort();
                now = entries.join(" ");
                let called = format!("f{at}-{clone}");
                all.push(sitting(&called, &[&before], &now));
                before = called;
            }
            left.push(now);
        }
        (all, left)
    }

    fn sorted(says: &str) -> Vec<String> {
        let mut all: Vec<String> = says.split_whitespace().map(str::to_owned).collect();
        all.sort();
        all
    }

    proptest! {
        #[test]
        fn the_order_of_the_files_does_not_matter(clones in prop::collection::vec(chain(), 1..4), by in 0..12_usize) {
            let (all, _) = written(&clones);
            let mut other = all.clone();
            other.rotate_left(by % all.len());
            other.reverse();
            prop_assert_eq!(standing(&all), standing(&other));
        }

        #[test]
        fn one_clone_alone_leaves_what_it_wrote_last(chain in chain()) {
            let (all, left) = written(std::slice::from_ref(&chain));
            let last = all.last().unwrap();
            prop_assert_eq!(standing(&all), (one(last.id.as_str(), &left[0]), vec![]));
        }

        #[test]
        fn clones_that_touch_different_key_results_all_hold(mine in chain(), theirs in chain()) {
            let halve = |chain: Vec<(usize, Option<u8>)>, half| chain.into_iter().map(|(name, text)| (name % 2 + half, text)).collect();
            let clones: Vec<Vec<_>> = vec![halve(mine, 0), halve(theirs, 2)];
            let (all, left) = written(&clones);
            let (stands, contested) = standing(&all);
            let half = |says: &str, names: &[&str]| sorted(says).into_iter().filter(|one| names.contains(&&one[..1])).collect::<Vec<_>>();
            let both = [half(&left[0], &NAMES[..2]), half(&left[1], &NAMES[2..])].concat();
            prop_assert_eq!((stands.into_iter().flat_map(|(_, says)| sorted(&says)).collect::<Vec<_>>(), contested), (both, vec![]));
        }

        #[test]
        fn nothing_that_was_set_is_dropped_unsaid(clones in prop::collection::vec(chain(), 2..4)) {
            let (all, left) = written(&clones);
            let (stands, contested) = standing(&all);
            let counts = stands.first().map(|(_, says)| sorted(says)).unwrap_or_default();
            for set in left.iter().flat_map(|says| sorted(says)).filter(|one| !one.ends_with("old")) {
                let is_told = contested.iter().any(|(about, ..)| *about == on(&set[..1]));
                prop_assert!(counts.contains(&set) || is_told, "{set}: {counts:?} {contested:?}");
            }
        }

        #[test]
        fn what_corrects_all_of_them_counts_as_it_is(clones in prop::collection::vec(chain(), 2..4), last in 0..3_usize) {
            let (mut all, left) = written(&clones);
            let sittings = Sittings::from(all.clone());
            let standing_id = sittings.standing_for(&id("first")).unwrap().id.clone();
            let beside = sittings.beside(&standing_id);
            let corrects: Vec<&str> = std::iter::once(&standing_id).chain(&beside).map(SittingId::as_str).collect();
            let says = ["", BEGUN, left[0].as_str()][last];
            all.push(sitting("end", &corrects, says));
            let (stands, contested) = standing(&all);
            prop_assert_eq!(stands, one("end", says));
            prop_assert!(contested.is_empty());
        }
    }
}
