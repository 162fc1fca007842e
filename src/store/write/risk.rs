//! The calls of a save that the system may refuse, each passing through here.
//!
//! In the program they are made as they are. In a test one of them can be refused, cut short or be the last one, so that
//! every call of every kind of save has gone wrong once.

use std::fs::File;
use std::io;

#[cfg(not(test))]
pub(in crate::store) fn call<T>(call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    call()
}

#[cfg(not(test))]
pub(in crate::store) fn write_all(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    io::Write::write_all(file, bytes)
}

#[cfg(test)]
pub(in crate::store) use struck::{Counted, Fault, call, counted, strike, write_all};

#[cfg(test)]
mod struck {
    use super::{File, io};
    use std::cell::{Cell, RefCell};
    use std::io::Write as _;
    use std::panic::resume_unwind;

    /// What happens to a call.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in crate::store) enum Fault {
        /// The system refuses it, with this number.
        Refused(i32),
        /// From this call on the system refuses every call.
        RefusedFrom(i32),
        /// A signal interrupts it, once.
        Interrupted,
        /// Half of what is to be written is written, then the disk is full.
        Short,
        /// The program ends just before it.
        Ends,
        /// The program ends when half of it is written.
        EndsHalfWay,
    }

    /// What a program that ends leaves instead of words.
    pub(in crate::store) struct Ended;

    thread_local! {
        static PLAN: Cell<Option<(Fault, usize)>> = const { Cell::new(None) };
        static CALLS: Cell<usize> = const { Cell::new(0) };
        static WRITES: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    }

    /// The calls that were made while faults were watched for.
    pub(in crate::store) struct Counted {
        /// How many.
        pub(in crate::store) calls: usize,
        /// The numbers of those that write.
        pub(in crate::store) writes: Vec<usize>,
    }

    /// Lets a fault meet the call of that number, counted from 0, of what is done next on this thread.
    pub(in crate::store) fn strike(fault: Fault, at: usize) {
        CALLS.set(0);
        WRITES.take();
        PLAN.set(Some((fault, at)));
    }

    /// Ends it, and says which calls there were.
    pub(in crate::store) fn counted() -> Counted {
        PLAN.set(None);
        Counted { calls: CALLS.replace(0), writes: WRITES.take() }
    }

    /// The fault that meets the call that is made now.
    fn met() -> Option<Fault> {
        let (fault, at) = PLAN.get()?;
        let number = CALLS.replace(CALLS.get() + 1);
        let is_met = number == at || number > at && matches!(fault, Fault::RefusedFrom(_));
        is_met.then_some(fault)
    }

    pub(in crate::store) fn call<T>(call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match met() {
            None | Some(Fault::Short | Fault::EndsHalfWay) => call(),
            Some(Fault::Refused(number) | Fault::RefusedFrom(number)) => {
                Err(io::Error::from_raw_os_error(number))
            }
            Some(Fault::Interrupted) => Err(io::ErrorKind::Interrupted.into()),
            Some(Fault::Ends) => resume_unwind(Box::new(Ended)),
        }
    }

    pub(in crate::store) fn write_all(file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if PLAN.get().is_some() {
            WRITES.with_borrow_mut(|writes| writes.push(CALLS.get()));
        }
        match met() {
            // The library itself writes on after a signal.
            None | Some(Fault::Interrupted) => file.write_all(bytes),
            Some(Fault::Refused(number) | Fault::RefusedFrom(number)) => {
                Err(io::Error::from_raw_os_error(number))
            }
            Some(Fault::Short) => {
                file.write_all(&bytes[..bytes.len() / 2])?;
                Err(io::ErrorKind::StorageFull.into())
            }
            Some(Fault::Ends) => resume_unwind(Box::new(Ended)),
            Some(Fault::EndsHalfWay) => {
                file.write_all(&bytes[..bytes.len() / 2])?;
                resume_unwind(Box::new(Ended))
            }
        }
    }
}
