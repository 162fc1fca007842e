//! Does the same with many things on all cores, a share of them at a time, and counts what is done.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};
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
    pub fn until(stops: Arc<AtomicBool>) -> Self {
        Self { stops, ..Self::default() }
    }

    /// Tells whether the work is to end; what it gives then is good for nothing.
    pub fn is_stopped(&self) -> bool {
        self.stops.load(Ordering::Relaxed)
    }

    /// How many things are done, and of how many.
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
        let others: Vec<_> =
            (1..cores_for(shares.len())).map(|_| like_this().spawn_scoped(scope, take)).collect();
        let mut done = take();
        // Where the system gives no thread, this one takes all.
        for other in others.into_iter().flatten() {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Works on one thing after the other on all cores and hands each result on in the order of the things, as soon as those
/// before it are done. A few are ahead of what was handed on and no more, so however many there are, few are held.
///
/// # Errors
///
/// What taking a result says; then no more are begun.
pub fn in_order<T, R: Send, E>(
    things: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    in_order_on(all_cores(), (things, work), take)
}

/// The same behind the screen: one core is left to the keys, where there are several.
///
/// # Errors
///
/// As [`in_order`].
pub fn in_order_behind<T, R: Send, E>(
    things: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    in_order_on((all_cores() - 1).max(1), (things, work), take)
}

fn all_cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn in_order_on<T, R: Send, E>(
    cores: usize,
    (things, work): (impl Iterator<Item = T> + Send, impl Fn(T) -> R + Sync),
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let source = Mutex::new(things.enumerate());
    let gate = Gate::default();
    thread::scope(|scope| {
        let (tell, hear) = mpsc::sync_channel(cores * AHEAD);
        for _ in 0..cores {
            let (tell, source, gate, work) = (tell.clone(), &source, &gate, &work);
            let work = move || {
                let _ends = EndsAll(gate);
                loop {
                    // Whoever has a thing lets the next take one: the source is not held over the work.
                    let next = held(source).next();
                    let Some((at, thing)) = next else { return };
                    if !gate.pass(at, cores * AHEAD) || tell.send((at, work(thing))).is_err() {
                        return;
                    }
                }
            };
            like_this().spawn_scoped(scope, work).expect("the system gives a thread");
        }
        drop(tell);
        let _ends = EndsAll(&gate);
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for (at, result) in hear {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&next) {
                if let Err(why) = take(result) {
                    gate.end();
                    return Err(why);
                }
                next += 1;
                gate.hand_on(next);
            }
        }
        Ok(())
    })
}

/// A thread that is called as this one, so that whoever hears of a panic knows for whom it worked.
fn like_this() -> thread::Builder {
    let name = thread::current().name().map(str::to_owned);
    name.into_iter().fold(thread::Builder::new(), thread::Builder::name)
}

/// How many results for each core may wait for one before them.
const AHEAD: usize = 4;

/// How many results were handed on, and whether the work ends early.
#[derive(Default)]
struct Gate {
    state: Mutex<(usize, bool)>,
    moved: Condvar,
}

impl Gate {
    /// Waits until the work on a thing may begin; tells whether it still is to.
    fn pass(&self, at: usize, ahead: usize) -> bool {
        let state = self.moved.wait_while(held(&self.state), |(taken, ends)| !*ends && at >= *taken + ahead);
        !state.unwrap_or_else(PoisonError::into_inner).1
    }

    fn hand_on(&self, taken: usize) {
        held(&self.state).0 = taken;
        self.moved.notify_all();
    }

    fn end(&self) {
        held(&self.state).1 = true;
        self.moved.notify_all();
    }
}

/// Ends the work of all where one panics, so that nobody waits for what never comes.
struct EndsAll<'g>(&'g Gate);

impl Drop for EndsAll<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}

/// What a lock holds, also after a panic: it is a number or a place in a list, and never half changed.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many threads so many shares are worth. The system is asked only where it matters: it reads files to answer.
fn cores_for(shares: usize) -> usize {
    if shares < 2 { shares } else { all_cores().min(shares) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_their_order_and_few_are_ahead() {
        let (begun, mut taken) = (AtomicUsize::new(0), 0);
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let work = |thing: usize| {
            begun.fetch_add(1, Ordering::Relaxed);
            thing * 2
        };
        let outcome: Result<(), ()> = in_order(0..1000, work, |result| {
            assert_eq!(result, taken * 2);
            taken += 1;
            // One more for each core may be on its way through the gate.
            assert!(begun.load(Ordering::Relaxed) <= taken + cores * (AHEAD + 1));
            Ok(())
        });
        assert_eq!((outcome, taken), (Ok(()), 1000));
    }

    #[test]
    fn where_there_are_cores_several_work_at_once() {
        if thread::available_parallelism().map_or(1, NonZero::get) < 2 {
            return;
        }
        // Each of the first two things waits for the other to be worked on as well.
        let (at_work, moved) = (Mutex::new(0), Condvar::new());
        let work = |thing: usize| {
            *held(&at_work) += 1;
            moved.notify_all();
            let patience = std::time::Duration::from_secs(20);
            let waited = moved.wait_timeout_while(held(&at_work), patience, |count| thing < 2 && *count < 2);
            !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
        };
        let mut have_met = true;
        let outcome: Result<(), ()> = in_order(0..10, work, |met| {
            have_met &= met;
            Ok(())
        });
        assert!(outcome.is_ok() && have_met, "one waits while another works");
    }

    #[test]
    fn behind_the_screen_one_core_is_left_to_the_keys() {
        let (at_work, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |thing: usize| {
            most.fetch_max(at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            thread::yield_now();
            at_work.fetch_sub(1, Ordering::SeqCst);
            thing
        };
        let mut all = Vec::new();
        let outcome: Result<(), ()> = in_order_behind(0..1000, work, |thing| {
            all.push(thing);
            Ok(())
        });
        assert_eq!((outcome, all), (Ok(()), (0..1000).collect()));
        assert!(most.into_inner() <= (all_cores() - 1).max(1));
    }

    #[test]
    #[should_panic(expected = "no room")]
    fn nobody_waits_for_ever_where_taking_a_result_panics() {
        let _: Result<(), ()> = in_order(0..1000, |thing| thing, |_| panic!("no room"));
    }

    #[test]
    fn no_more_are_begun_once_a_result_is_not_taken() {
        let begun = AtomicUsize::new(0);
        let work = |_: usize| begun.fetch_add(1, Ordering::Relaxed);
        assert_eq!(in_order(0..1_000_000, work, |_| Err("full")), Err("full"));
        assert!(begun.into_inner() < 1_000);
        assert_eq!(in_order(std::iter::empty::<u8>(), |_| (), |()| Err(())), Ok(()));
    }

    #[test]
    fn every_share_is_worked_through_once_and_stands_in_its_place() {
        let all: Vec<usize> = (0..1000).collect();
        let sums = in_shares(&all, 7, <[usize]>::to_vec);
        assert_eq!(sums.concat(), all);
        assert_eq!(in_shares(&all[..0], 7, <[usize]>::len), Vec::<usize>::new());
    }
}
