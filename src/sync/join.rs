//! Joins what was changed here with what was changed there, since both began with the same files.
//!
//! Files that one side alone changed are taken as they are. A record that both changed is merged field by field; what
//! they set differently stays as theirs, and mine is given back to be kept as a draft. A key result is the same wherever
//! it stands, so one that was moved takes along what others changed in it.

mod decided;
mod moved;
mod sides;
mod spoken;

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
use sides::{At, Both, Name, Side, Sides, Versions, sides};

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
        let address = side.is.and_then(|at| repository.address(at.path));
        address.into_iter().flat_map(|address| address.hosts()).collect()
    };
    let gone = theirs.values().filter(|side| side.is.is_none()).filter_map(|side| side.was);
    let mut joining = Joining {
        repository,
        join: Join::default(),
        needed: theirs.values().flat_map(hosts).collect(),
        gone: gone.filter_map(|at| Some((repository.address(at.path)?, at))).collect(),
        closed: BTreeSet::new(),
        committed: BTreeSet::new(),
        dropped: BTreeSet::new(),
        kept: BTreeSet::new(),
        held: BTreeSet::new(),
        with_kept: Vec::new(),
    };
    let spoken_of = joining.spoken_of((&mine, &theirs))?;
    joining.needed.extend(spoken_of);
    joining.closed = joining.only_theirs((&mine, &theirs), |frame| frame.closed.is_some());
    joining.committed = joining.only_theirs((&mine, &theirs), |frame| frame.committed.is_some());
    joining.dropped = joining.dropped_there((&mine, &theirs));
    let both = mine.iter().map(|(name, mine)| {
        let unchanged = Side { was: mine.was, is: mine.was };
        Both { mine: *mine, theirs: theirs.get(name).copied().unwrap_or(unchanged) }
    });
    let both: Vec<Both<'_>> = both.collect();
    joining.kept = both.iter().filter_map(|thing| joining.stays(*thing)).collect();
    joining.held = both.iter().flat_map(|thing| joining.holds(*thing)).collect();
    for thing in both {
        joining.one(thing)?;
    }
    Ok(joining.whole())
}

struct Joining<'r, 'd> {
    repository: &'r Repository,
    join: Join,
    /// The records in which others changed or added something, and the key results of which they said something.
    needed: BTreeSet<Address>,
    /// The records others removed, as they were.
    gone: BTreeMap<Address, At<'d>>,
    /// The quarters that others closed, and I did not.
    closed: BTreeSet<QuarterKey>,
    /// The quarters whose set others committed, and I did not.
    committed: BTreeSet<QuarterKey>,
    /// The objectives that others dropped, and I did not.
    dropped: BTreeSet<Address>,
    /// The records I removed that stay, as others work on them.
    kept: BTreeSet<Address>,
    /// What stays as something stands in it that I moved and that does not go where I put it.
    held: BTreeSet<Address>,
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

    fn one(&mut self, thing: Both<'d>) -> Result<(), Trouble> {
        let Both { mine, theirs } = thing;
        if mine.is == theirs.is {
            return Ok(());
        }
        if self.is_history(mine) {
            return self.clash(thing, Conflict::Closed);
        }
        if let Some(versions) = thing.versions().filter(|_| self.is_reworded(mine)) {
            return self.all_but_the_sentence(thing, versions);
        }
        match (mine.is, theirs.is) {
            (None, Some(there)) => {
                let address = self.repository.address(there.path);
                if theirs.is != theirs.was || address.as_ref().is_some_and(|at| self.kept.contains(at)) {
                    return self.clash(thing, Conflict::Changed);
                }
                if address.as_ref().is_some_and(|at| self.held.contains(at)) {
                    return self.clash(thing, Conflict::HostGone);
                }
                // A removal is one decision: what stands in a thing that stays, stays with it.
                match address.and_then(|at| at.hosts().find(|host| self.kept.contains(host))) {
                    Some(host) => {
                        let edit = Edit { before: self.record(mine.was)?, after: None };
                        self.with_kept.push((host, edit));
                    }
                    None => drop(self.join.edits.insert(there.path.to_owned(), None)),
                }
            }
            (Some(here), None) => {
                if theirs.was.is_some() {
                    return self.clash(thing, Conflict::Gone);
                }
                if self.stands_in_what_went(here.path) || self.speaks_of_what_went(here)? {
                    return self.clash(thing, Conflict::HostGone);
                }
                self.put(here.path, here.entry);
            }
            (Some(here), Some(there)) => match thing.versions() {
                Some(versions) => self.changed_twice(thing, versions)?,
                None => self.made_twice(thing, (here, there))?,
            },
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
            let Some(Address::Frame(key)) = self.repository.address(theirs.is?.path) else { return None };
            let mine = mine.get(name).map_or(theirs.was, |mine| mine.is);
            (does(theirs.is) && !does(theirs.was) && !does(mine)).then_some(key)
        };
        theirs.iter().filter_map(key).collect()
    }

    /// The record that I removed and others work on, where it is one.
    fn stays(&self, Both { mine, theirs }: Both<'_>) -> Option<Address> {
        let address = self.repository.address(theirs.is.filter(|_| mine.is.is_none())?.path)?;
        (theirs.is != theirs.was || self.needed.contains(&address)).then_some(address)
    }

    /// Joins a file that stood before and stands on both sides.
    fn changed_twice(&mut self, thing: Both<'_>, versions: Versions<At<'_>>) -> Result<(), Trouble> {
        let Versions { base: was, mine: here, theirs: there } = versions;
        let path = place(versions);
        self.join.is_reordered |= path != here.path && here.path != was.path;
        if let Some(conflict) = self.stops_move(versions) {
            return self.clash(thing, conflict);
        }
        let entry = if here.entry == was.entry {
            there.entry.clone()
        } else if there.entry == was.entry || here.entry == there.entry {
            here.entry.clone()
        } else {
            self.merged(thing, versions)?
        };
        if path != there.path {
            self.join.edits.insert(there.path.to_owned(), None);
        }
        if path != there.path || entry != *there.entry {
            self.put(path, &entry);
        }
        Ok(())
    }

    /// Merges a file that both changed.
    fn merged(&mut self, thing: Both<'_>, versions: Versions<At<'_>>) -> Result<Entry, Trouble> {
        let path = versions.theirs.path;
        let elsewhere = || Trouble::Elsewhere(vec![path.to_owned()]);
        let Versions { base, mine, theirs } = self.texts(versions)?.ok_or_else(elsewhere)?;
        let text = match self.repository.address(path) {
            None => lines(&base, &mine, &theirs).ok_or_else(elsewhere)?,
            Some(address) => {
                let damaged = || damaged(&address, [&base, &mine, &theirs]).unwrap_or_else(elsewhere);
                let joined = joined(&address, Some(&base), &mine, &theirs).map_err(|_| damaged())?;
                self.settled(thing, joined.ok_or_else(elsewhere)?)?
            }
        };
        let Versions { base, mine, theirs } = versions;
        let mode = if theirs.entry.mode == base.entry.mode { &mine.entry.mode } else { &theirs.entry.mode };
        Ok(Entry { mode: mode.clone(), content: keep(&self.repository.git, &text)? })
    }

    /// The text that both sides come to, once what they set differently is noted.
    fn settled(&mut self, thing: Both<'_>, joined: Joined) -> Result<String, Trouble> {
        self.join.is_reordered |= joined.is_reordered;
        if !joined.clashes.is_empty() {
            self.clash(thing, Conflict::Fields(joined.clashes))?;
        }
        Ok(joined.text)
    }

    /// Joins a file that was made on both sides: nothing of it is mixed, unless it is named for what there is one of.
    fn made_twice(&mut self, thing: Both<'_>, (here, there): (At<'_>, At<'_>)) -> Result<(), Trouble> {
        let elsewhere = || Trouble::Elsewhere(vec![there.path.to_owned()]);
        let versions = Versions { base: here, mine: here, theirs: there };
        let Versions { mine: one, theirs: other, .. } = self.texts(versions)?.ok_or_else(elsewhere)?;
        let Some(address) = self.repository.address(there.path) else {
            let text = lines("", &one, &other).ok_or_else(elsewhere)?;
            return self.put_text(there, &text);
        };
        let damaged = |_| damaged(&address, [&one, &other]).unwrap_or_else(elsewhere);
        let joined = joined(&address, None, &one, &other).map_err(damaged)?;
        let Some(joined) = joined.filter(|_| here.path == there.path) else {
            return self.clash(thing, Conflict::Taken);
        };
        let text = self.settled(thing, joined)?;
        self.put_text(there, &text)
    }

    /// Notes a clash; theirs stays as it is.
    fn clash(&mut self, Both { mine, theirs }: Both<'_>, conflict: Conflict) -> Result<(), Trouble> {
        let path = theirs.is.or(mine.is).or(mine.was).map_or("", |at| at.path);
        let Some(address) = self.repository.address(path) else {
            return Err(Trouble::Elsewhere(vec![path.to_owned()]));
        };
        let wanted = Edit { before: self.record(mine.was)?, after: self.record(mine.is)? };
        let is_brought_back =
            matches!(conflict, Conflict::Gone | Conflict::HostGone | Conflict::Taken | Conflict::Closed);
        let mut texts: Vec<_> = self.text(mine.is.filter(|_| is_brought_back))?.into_iter().collect();
        let mut along = Vec::new();
        let stood_in = wanted.after.iter().flat_map(|(at, _)| at.hosts());
        let about = self.spoken_and_gone(wanted.after.as_ref()).into_iter();
        let about = about.flat_map(|at| [at.clone()].into_iter().chain(at.hosts()));
        // What others stand in comes first.
        let all: BTreeSet<Address> = stood_in.chain(about).collect();
        for host in all.iter().filter_map(|host| self.gone.get(host)) {
            texts.extend(self.text(Some(*host))?);
            let record = self.record(Some(*host))?;
            along.push(Edit { before: record.clone(), after: record });
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
        let Some(At { path, entry }) = at else { return Ok(None) };
        let elsewhere = || Trouble::Elsewhere(vec![path.to_owned()]);
        let address = self.repository.address(path).ok_or_else(elsewhere)?;
        let text = texts(&self.repository.git, &[&entry.content])?.remove(0).ok_or_else(elsewhere)?;
        Ok(Some((address, text)))
    }

    /// The texts of three versions; `None` if one of them is no plain text.
    fn texts(
        &self,
        Versions { base, mine, theirs }: Versions<At<'_>>,
    ) -> Result<Option<Versions<String>>, Trouble> {
        let entries = [base, mine, theirs].map(|at| at.entry);
        if !entries.iter().all(|entry| entry.is_plain()) {
            return Ok(None);
        }
        let read = texts(&self.repository.git, &entries.map(|entry| entry.content.as_str()))?;
        let read = read.into_iter().collect::<Option<Vec<String>>>().and_then(|read| read.try_into().ok());
        Ok(read.map(|[base, mine, theirs]: [String; 3]| Versions { base, mine, theirs }))
    }

    fn stands_in_what_went(&self, path: &str) -> bool {
        let address = self.repository.address(path);
        address.is_some_and(|address| address.hosts().any(|host| self.gone.contains_key(&host)))
    }

    fn put(&mut self, path: &str, entry: &Entry) {
        self.join.edits.insert(path.to_owned(), Some(entry.clone()));
    }

    /// Puts a text where a file of theirs stands.
    fn put_text(&mut self, there: At<'_>, text: &str) -> Result<(), Trouble> {
        let content = keep(&self.repository.git, text)?;
        self.put(there.path, &Entry { content, ..there.entry.clone() });
        Ok(())
    }
}

/// Where something stands that one of the two may have moved.
fn place(Versions { base, mine, theirs }: Versions<At<'_>>) -> &str {
    if theirs.path == base.path { mine.path } else { theirs.path }
}

/// What is wrong in the first text that cannot be read.
fn damaged<const N: usize>(address: &Address, texts: [&str; N]) -> Option<Trouble> {
    let problem = texts.iter().find_map(|text| record_of(address, text).err());
    problem.map(|problem| Trouble::Damaged(Box::new(problem)))
}
