//! Which sitting stands in the place of which: a correction is a file of its own, and two clones may make two of one check-in.

use std::collections::BTreeMap;

use super::check_in::Sitting;
use super::id::SittingId;

/// Which sittings correct which, looked up once for all of a quarter.
pub(super) struct Corrections<'q> {
    by_id: BTreeMap<&'q SittingId, &'q Sitting>,
    /// Of each corrected sitting the correction that stands.
    standing: BTreeMap<&'q SittingId, &'q Sitting>,
}

impl<'q> Corrections<'q> {
    /// Looks through the sittings of a quarter.
    pub(super) fn of(sittings: &'q [Sitting]) -> Self {
        let mut standing: BTreeMap<&SittingId, &Sitting> = BTreeMap::new();
        for later in sittings {
            if let Some(id) = &later.supersedes {
                let stands = standing.entry(id).or_insert(later);
                if weight(later) >= weight(stands) {
                    *stands = later;
                }
            }
        }
        let has_any = !standing.is_empty();
        let by_id = sittings.iter().filter(|_| has_any).map(|sitting| (&sitting.id, sitting)).collect();
        Self { by_id, standing }
    }

    /// The one that stands in the place of a sitting: its correction, or the rival of one it follows.
    pub(super) fn of_sitting(&self, sitting: &Sitting) -> Option<&'q Sitting> {
        let first = sitting.supersedes.as_ref().map(|corrects| (&sitting.id, corrects));
        let earlier = |(_, corrects): &(&SittingId, &SittingId)| {
            let one = self.by_id.get(*corrects)?;
            Some((&one.id, one.supersedes.as_ref()?))
        };
        // A chain is never longer than there are sittings, whatever a damaged file says.
        let mut chain = std::iter::successors(first, earlier).take(self.by_id.len());
        let direct = self.standing.get(&sitting.id).copied();
        direct.or_else(|| {
            chain.find_map(|(id, corrects)| {
                self.standing.get(corrects).copied().filter(|stands| stands.id != *id)
            })
        })
    }
}

/// What decides between two corrections of one sitting: which was later, then which says more, so that of a correction and a
/// taking back, made in two clones, the reading stands, whatever letters were drawn.
fn weight(sitting: &Sitting) -> (u32, usize, &SittingId) {
    (sitting.order, sitting.check_ins.len(), &sitting.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::CheckIn;
    use crate::domain::day::Day;

    fn sitting(id: &str, supersedes: Option<&str>, order: u32) -> Sitting {
        Sitting {
            supersedes: supersedes.map(|id| SittingId::new(id).unwrap()),
            order,
            ..Sitting::new(SittingId::new(id).unwrap(), Day::new(2027, 2, 12).unwrap())
        }
    }

    fn stands(all: &[Sitting], id: &str) -> Option<String> {
        let one = all.iter().find(|sitting| sitting.id.as_str() == id)?;
        Corrections::of(all).of_sitting(one).map(|stands| stands.id.as_str().to_owned())
    }

    #[test]
    fn the_later_of_two_rivals_stands_for_the_first_for_the_other_and_for_what_follows_it() {
        let all = [
            sitting("a", None, 1),
            sitting("b", Some("a"), 2),
            sitting("c", Some("a"), 3),
            sitting("d", Some("b"), 4),
            sitting("x", None, 5),
        ];
        let of = |id: &str| stands(&all, id);
        assert_eq!((of("a").as_deref(), of("c"), of("x")), (Some("c"), None, None));
        assert_eq!((of("b").as_deref(), of("d").as_deref()), (Some("d"), Some("c")));
    }

    #[test]
    fn a_correction_outweighs_a_taking_back_of_the_same_place() {
        for (corrected, taken_back) in [("b", "c"), ("c", "b")] {
            let mut says = sitting(corrected, Some("a"), 2);
            says.check_ins.push(CheckIn::on("failures".parse().unwrap()));
            let all = [sitting("a", None, 1), sitting(taken_back, Some("a"), 2), says];
            assert_eq!(stands(&all, "a").as_deref(), Some(corrected));
        }
    }

    #[test]
    fn a_ring_ends() {
        let all = [sitting("a", Some("b"), 1), sitting("b", Some("a"), 2)];
        assert_eq!((stands(&all, "a").as_deref(), stands(&all, "b").as_deref()), (Some("b"), Some("a")));
    }
}
