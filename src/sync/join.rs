//! Joins what was changed here with what was changed there, since both began with the same files.
//!
//! Files that one side alone changed are taken as they are. A record that both changed is merged field by field; what
//! they set differently stays as theirs, and mine is given back to be kept as a draft. A key result is the same wherever
//! it stands, so one that was moved takes along what others changed in it.

mod decided;
mod sides;

use std::collections::{BTreeMap, BTreeSet};

use super::repository::Repository;
use super::tree::{Diff, Edits, Entry, keep, texts};
use super::trouble::Trouble;
use crate::domain::change::{Address, Edit, Record};
use crate::domain::frame::Frame;
use crate::domain::quarter::QuarterKey;
use crate::store::record_of;
use crate::store::save::Conflict;
use crate::store::weave::{Joined, joined, lines};
use crate::words::sync as words;
use sides::{Name, Side, Sides, sides};

/// What both sides come to.
#[derive(Debug, Default)]
pub(super) struct Join {
    /// What is to be put into their tree.
    pub(super) edits: Edits,
    /// What a person has to decide; theirs stands.
    pub(super) clashes: Vec<Clash>,
    /// Whether both put the same thing in different places of an order; theirs stands, as nothing but a place is lost.
    pub(super) is_reordered: bool,
}

/// Something both sides changed that cannot be had both ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Where it stands, relative to the workspace.
    pub address: Address,
    /// What is in conflict.
    pub conflict: Conflict,
    /// The change as it was wanted here.
    pub wanted: Edit,
    /// The texts of what it would bring back here.
    pub(super) texts: Vec<(Address, String)>,
    /// What it needs: of a removal what went with it, of what stood in a thing that others removed that thing.
    pub along: Vec<Edit>,
}

impl Clash {
    /// How a sentence calls the record.
    #[must_use]
    pub fn called(&self) -> String {
        let record = self.wanted.after.as_ref().or(self.wanted.before.as_ref());
        record.map_or_else(|| self.address.to_string(), |(_, record)| record.called())
    }

    /// What is in conflict, in a few words and without the values.
    pub(super) fn gist(&self) -> String {
        match &self.conflict {
            Conflict::Fields(fields) => {
                let names: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
                words::others_set(names.join(", "))
            }
            Conflict::Taken => words::OTHERS_MADE_ANOTHER_OF_THIS_NAME.to_owned(),
            Conflict::Gone => words::OTHERS_REMOVED_IT.to_owned(),
            Conflict::HostGone => words::OTHERS_REMOVED_WHAT_IT_STANDS_IN.to_owned(),
            Conflict::Changed => words::OTHERS_CHANGED_IT.to_owned(),
            Conflict::Closed => words::OTHERS_CLOSED_ITS_QUARTER.to_owned(),
            Conflict::Committed => words::OTHERS_COMMITTED_IT.to_owned(),
        }
    }
}

/// Joins two diffs that began with the same tree.
pub(super) fn join(repository: &Repository, mine: &Diff, theirs: &Diff) -> Result<Join, Trouble> {
    let (mine, theirs) = sides(repository, mine, theirs);
    let hosts = |side: &Side<'_>| -> Vec<Address> {
        let address = side.is.and_then(|(path, _)| repository.address(path));
        address.into_iter().flat_map(|address| address.hosts()).collect()
    };
    let gone = theirs.values().filter(|side| side.is.is_none()).filter_map(|side| side.was);
    let mut joining = Joining {
        repository,
        join: Join::default(),
        needed: theirs.values().flat_map(hosts).collect(),
        gone: gone.filter_map(|at| Some((repository.address(at.0)?, at))).collect(),
        closed: BTreeSet::new(),
        committed: BTreeSet::new(),
        kept: BTreeSet::new(),
        with_kept: Vec::new(),
    };
    joining.closed = joining.only_theirs((&mine, &theirs), |frame| frame.closed.is_some());
    joining.committed = joining.only_theirs((&mine, &theirs), |frame| frame.committed.is_some());
    let both: Vec<(Side<'_>, Side<'_>)> = mine
        .iter()
        .map(|(name, mine)| {
            (*mine, theirs.get(name).copied().unwrap_or(Side { was: mine.was, is: mine.was }))
        })
        .collect();
    joining.kept = both.iter().filter_map(|(mine, theirs)| joining.stays(*mine, *theirs)).collect();
    for (mine, theirs) in both {
        joining.one(mine, theirs)?;
    }
    Ok(joining.whole())
}

struct Joining<'r, 'd> {
    repository: &'r Repository,
    join: Join,
    /// The records in which others changed or added something.
    needed: BTreeSet<Address>,
    /// The records others removed, as they were.
    gone: BTreeMap<Address, At<'d>>,
    /// The quarters that others closed, and I did not.
    closed: BTreeSet<QuarterKey>,
    /// The quarters whose set others committed, and I did not.
    committed: BTreeSet<QuarterKey>,
    /// The records I removed that stay, as others work on them.
    kept: BTreeSet<Address>,
    /// What I removed with them, and what it stands in.
    with_kept: Vec<(Address, Edit)>,
}

impl<'d> Joining<'_, 'd> {
    /// The outcome; what stays with a thing that I removed goes with it if mine is taken after all.
    fn whole(self) -> Join {
        let mut join = self.join;
        for (host, edit) in self.with_kept {
            let is_it = |clash: &&mut Clash| clash.wanted.after.is_none() && clash.address == host;
            if let Some(clash) = join.clashes.iter_mut().find(is_it) {
                clash.along.push(edit);
            }
        }
        join
    }

    fn one(&mut self, mine: Side<'d>, theirs: Side<'d>) -> Result<(), Trouble> {
        if mine.is == theirs.is {
            return Ok(());
        }
        if self.is_history(mine) {
            return self.clash(mine, theirs, Conflict::Closed);
        }
        if let (true, Some(was), Some(here), Some(there)) =
            (self.is_reworded(mine), mine.was, mine.is, theirs.is)
        {
            return self.all_but_the_sentence((mine, theirs), [was, here, there]);
        }
        match (mine.is, theirs.is) {
            (None, Some(there)) => {
                let address = self.repository.address(there.0);
                if theirs.is != theirs.was || address.as_ref().is_some_and(|at| self.kept.contains(at)) {
                    return self.clash(mine, theirs, Conflict::Changed);
                }
                // A removal is one decision: what stands in a thing that stays, stays with it.
                match address.and_then(|at| at.hosts().find(|host| self.kept.contains(host))) {
                    Some(host) => {
                        let edit = Edit { before: self.record(mine.was)?, after: None };
                        self.with_kept.push((host, edit));
                    }
                    None => drop(self.join.edits.insert(there.0.to_owned(), None)),
                }
            }
            (Some((path, entry)), None) => {
                if theirs.was.is_some() {
                    return self.clash(mine, theirs, Conflict::Gone);
                }
                if self.stands_in_what_went(path) {
                    return self.clash(mine, theirs, Conflict::HostGone);
                }
                self.put(path, entry);
            }
            (Some(here), Some(there)) => return self.both(mine, theirs, (here, there)),
            (None, None) => {}
        }
        Ok(())
    }

    /// The quarters of which something holds since others shared it, and does not hold here.
    fn only_theirs(
        &self,
        (mine, theirs): (&Sides<'_>, &Sides<'_>),
        holds: impl Fn(&Frame) -> bool,
    ) -> BTreeSet<QuarterKey> {
        let does = |at: Option<At<'_>>| match self.record(at) {
            Ok(Some((_, Record::Frame(frame)))) => holds(&frame),
            _ => false,
        };
        let key = |(name, theirs): (&Name, &Side<'_>)| {
            let Some(Address::Frame(key)) = self.repository.address(theirs.is?.0) else { return None };
            let mine = mine.get(name).map_or(theirs.was, |mine| mine.is);
            (does(theirs.is) && !does(theirs.was) && !does(mine)).then_some(key)
        };
        theirs.iter().filter_map(key).collect()
    }

    /// The record that I removed and others work on, where it is one.
    fn stays(&self, mine: Side<'_>, theirs: Side<'_>) -> Option<Address> {
        let address = self.repository.address(theirs.is.filter(|_| mine.is.is_none())?.0)?;
        (theirs.is != theirs.was || self.needed.contains(&address)).then_some(address)
    }

    /// Joins a file that stands on both sides.
    fn both(
        &mut self,
        mine: Side<'_>,
        theirs: Side<'_>,
        (here, there): (At<'_>, At<'_>),
    ) -> Result<(), Trouble> {
        let Some(was) = mine.was else { return self.made_twice(mine, theirs, (here, there)) };
        let path = self.place(was.0, here.0, there.0);
        if path != there.0 && self.stands_in_what_went(path) {
            return self.clash(mine, theirs, Conflict::HostGone);
        }
        let entry = if here.1 == was.1 {
            there.1.clone()
        } else if there.1 == was.1 || here.1 == there.1 {
            here.1.clone()
        } else {
            self.merged((mine, theirs), [was, here, there])?
        };
        if path != there.0 {
            self.join.edits.insert(there.0.to_owned(), None);
        }
        if path != there.0 || entry != *there.1 {
            self.put(path, &entry);
        }
        Ok(())
    }

    /// Where something stands that one of the two may have moved.
    fn place<'p>(&mut self, was: &str, here: &'p str, there: &'p str) -> &'p str {
        if there == was {
            return here;
        }
        self.join.is_reordered |= here != was && here != there;
        there
    }

    /// Merges a file that both changed.
    fn merged(&mut self, sides: (Side<'_>, Side<'_>), versions: [At<'_>; 3]) -> Result<Entry, Trouble> {
        let path = versions[2].0;
        let elsewhere = || Trouble::Elsewhere(vec![path.to_owned()]);
        let [base, mine, theirs] = self.texts(versions)?.ok_or_else(elsewhere)?;
        let text = match self.repository.address(path) {
            None => lines(&base, &mine, &theirs).ok_or_else(elsewhere)?,
            Some(address) => {
                let damaged = || damaged(&address, [&base, &mine, &theirs]).unwrap_or_else(elsewhere);
                let joined = joined(&address, Some(&base), &mine, &theirs).map_err(|_| damaged())?;
                self.settled(sides, joined.ok_or_else(elsewhere)?)?
            }
        };
        let mode = if versions[2].1.mode == versions[0].1.mode { versions[1] } else { versions[2] };
        Ok(Entry { mode: mode.1.mode.clone(), content: keep(&self.repository.git, &text)? })
    }

    /// The text that both sides come to, once what they set differently is noted.
    fn settled(&mut self, sides: (Side<'_>, Side<'_>), joined: Joined) -> Result<String, Trouble> {
        self.join.is_reordered |= joined.is_reordered;
        if !joined.clashes.is_empty() {
            self.clash(sides.0, sides.1, Conflict::Fields(joined.clashes))?;
        }
        Ok(joined.text)
    }

    /// Joins a file that was made on both sides: nothing of it is mixed, unless it is named for what there is one of.
    fn made_twice(
        &mut self,
        mine: Side<'_>,
        theirs: Side<'_>,
        (here, there): (At<'_>, At<'_>),
    ) -> Result<(), Trouble> {
        let elsewhere = || Trouble::Elsewhere(vec![there.0.to_owned()]);
        let [_, one, other] = self.texts([here, here, there])?.ok_or_else(elsewhere)?;
        let Some(address) = self.repository.address(there.0) else {
            let text = lines("", &one, &other).ok_or_else(elsewhere)?;
            let content = keep(&self.repository.git, &text)?;
            self.put(there.0, &Entry { content, ..there.1.clone() });
            return Ok(());
        };
        let damaged = |_| damaged(&address, [&one, &other]).unwrap_or_else(elsewhere);
        let joined = joined(&address, None, &one, &other).map_err(damaged)?;
        let Some(joined) = joined.filter(|_| here.0 == there.0) else {
            return self.clash(mine, theirs, Conflict::Taken);
        };
        let text = self.settled((mine, theirs), joined)?;
        let content = keep(&self.repository.git, &text)?;
        self.put(there.0, &Entry { content, ..there.1.clone() });
        Ok(())
    }

    /// Notes a clash; theirs stays as it is.
    fn clash(&mut self, mine: Side<'_>, theirs: Side<'_>, conflict: Conflict) -> Result<(), Trouble> {
        let path = theirs.is.or(mine.is).or(mine.was).map_or("", |(path, _)| path);
        let Some(address) = self.repository.address(path) else {
            return Err(Trouble::Elsewhere(vec![path.to_owned()]));
        };
        let wanted = Edit { before: self.record(mine.was)?, after: self.record(mine.is)? };
        let is_brought_back =
            matches!(conflict, Conflict::Gone | Conflict::HostGone | Conflict::Taken | Conflict::Closed);
        let mut texts: Vec<_> = self.text(mine.is.filter(|_| is_brought_back))?.into_iter().collect();
        let mut along = Vec::new();
        let stood_in = wanted.after.iter().flat_map(|(at, _)| at.hosts());
        for host in stood_in.filter_map(|host| self.gone.get(&host)) {
            texts.extend(self.text(Some(*host))?);
            let record = self.record(Some(*host))?;
            along.insert(0, Edit { before: record.clone(), after: record });
        }
        self.join.clashes.push(Clash { address, conflict, wanted, texts, along });
        Ok(())
    }

    /// A version of a record, with its place.
    fn record(&self, at: Option<At<'_>>) -> Result<Option<(Address, Record)>, Trouble> {
        let Some((address, text)) = self.text(at)? else { return Ok(None) };
        let record = record_of(&address, &text).map_err(|problem| Trouble::Damaged(Box::new(problem)))?;
        Ok(Some((address, record)))
    }

    /// The text of a version of a record, with its place.
    fn text(&self, at: Option<At<'_>>) -> Result<Option<(Address, String)>, Trouble> {
        let Some((path, entry)) = at else { return Ok(None) };
        let elsewhere = || Trouble::Elsewhere(vec![path.to_owned()]);
        let address = self.repository.address(path).ok_or_else(elsewhere)?;
        let text = texts(&self.repository.git, &[&entry.content])?.remove(0).ok_or_else(elsewhere)?;
        Ok(Some((address, text)))
    }

    /// The texts of three versions; `None` if one of them is no plain text.
    fn texts(&self, versions: [At<'_>; 3]) -> Result<Option<[String; 3]>, Trouble> {
        if !versions.iter().all(|(_, entry)| entry.is_plain()) {
            return Ok(None);
        }
        let read = texts(&self.repository.git, &versions.map(|(_, entry)| entry.content.as_str()))?;
        let read: Option<Vec<String>> = read.into_iter().collect();
        Ok(read.and_then(|read| read.try_into().ok()))
    }

    fn stands_in_what_went(&self, path: &str) -> bool {
        let address = self.repository.address(path);
        address.is_some_and(|address| address.hosts().any(|host| self.gone.contains_key(&host)))
    }

    fn put(&mut self, path: &str, entry: &Entry) {
        self.join.edits.insert(path.to_owned(), Some(entry.clone()));
    }
}

/// Where a file stands, and what it is.
type At<'d> = (&'d str, &'d Entry);

/// What is wrong in the first text that cannot be read.
fn damaged<const N: usize>(address: &Address, texts: [&str; N]) -> Option<Trouble> {
    let problem = texts.iter().find_map(|text| record_of(address, text).err());
    problem.map(|problem| Trouble::Damaged(Box::new(problem)))
}
