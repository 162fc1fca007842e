//! Does the same with many things on all cores, a share of them at a time, and counts what is done.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

/// How far a long work has come; others may look at it meanwhile.
#[derive(Debug, Default)]
pub struct Count {
    done: AtomicUsize,
    of: AtomicUsize,
    stops: Arc<AtomicBool>,
}

impl Count {
    /// Begins to count a work that ends early once this is set.
    #[must_use]
    pub fn until(stops: Arc<AtomicBool>) -> Self {
        Self { stops, ..Self::default() }
    }

    /// Tells whether the work is to end; what it gives then is good for nothing.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stops.load(Ordering::Relaxed)
    }

    /// How many things are done, and of how many.
    #[must_use]
    pub fn now(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// Adds to how many there are.
    pub fn expect(&self, things: usize) {
        self.of.fetch_add(things, Ordering::Relaxed);
    }

    /// Adds to how many are done.
    pub fn add(&self, things: usize) {
        self.done.fetch_add(things, Ordering::Relaxed);
    }
}

/// Works through a list in shares of at most so many, on all cores, and gives the results in the order of the list. A list
/// of one share is worked through where it is.
pub fn in_shares<T: Sync, R: Send>(all: &[T], share: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let shares: Vec<&[T]> = all.chunks(share.max(1)).collect();
    let next = AtomicUsize::new(0);
    // Whoever is free takes the next: shares differ in what they cost.
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(share) = shares.get(at) else { return done };
            done.push((at, work(share)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores_for(shares.len())).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// How many threads so many shares are worth. The system is asked only where it matters: it reads files to answer.
fn cores_for(shares: usize) -> usize {
    if shares < 2 { shares } else { thread::available_parallelism().map_or(1, NonZero::get).min(shares) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_share_is_worked_through_once_and_stands_in_its_place() {
        let all: Vec<usize> = (0..1000).collect();
        let sums = in_shares(&all, 7, <[usize]>::to_vec);
        assert_eq!(sums.concat(), all);
        assert_eq!(in_shares(&all[..0], 7, <[usize]>::len), Vec::<usize>::new());
    }
}
