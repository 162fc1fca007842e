//! Why a change could not be saved: what happened, what still stands, what to do.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::domain::display::visible;
use crate::domain::team::FORMAT;
use crate::store::merge::Clash;
use crate::store::problem::Problem;
use crate::store::write::error::WriteError;
use crate::words::anywhere;
use crate::words::store::saving as words;

/// A change that could not be saved.
#[derive(Debug)]
pub struct SaveError {
    /// What stood in the way.
    pub obstacle: Obstacle,
    /// The files that were written before it came up; empty unless writing itself went wrong. What they hold is sound.
    pub written: Vec<PathBuf>,
    /// Where the change as it was wanted is kept, if the store has a folder for drafts and it could be written.
    pub draft: Option<PathBuf>,
    /// What is said of a step that was given up with it: which one comes next.
    pub given_up: Option<Box<str>>,
}

/// What stood in the way of a save.
#[derive(Debug)]
pub enum Obstacle {
    /// Somebody else has changed the same thing; a person has to choose.
    Clash {
        /// The file, relative to the workspace; it stands as they left it.
        path: PathBuf,
        /// What is in conflict.
        conflict: Conflict,
    },
    /// What others did since hangs on it, so that it can be neither taken back nor done again.
    Torn(Torn),
    /// The files are of a newer format than this program writes.
    ReadOnly(i64),
    /// A file is damaged and stays as it is until a person has mended it.
    Damaged(Box<Problem>),
    /// The folder for a new workspace holds something already.
    NotEmpty(PathBuf),
    /// The system refused.
    Write(WriteError),
}

/// How two changes of one file are in conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// Both set the same fields.
    Fields(Vec<Clash>),
    /// Both made a file of this name, with different contents.
    Taken,
    /// They removed the file.
    Gone,
    /// They removed what it stands in.
    HostGone,
    /// They changed what was to be removed.
    Changed,
    /// They closed its quarter.
    Closed,
    /// They committed the set, and it would get another sentence.
    Committed,
}

/// Why a workspace would not be whole, by the files relative to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Torn {
    /// It would go, and what others made stands in it or is about it.
    Holds {
        /// What would go.
        path: PathBuf,
        /// What others made.
        inside: PathBuf,
    },
    /// It would come, and what it belongs to is gone.
    Homeless {
        /// What would come.
        path: PathBuf,
        /// What is gone.
        owner: PathBuf,
    },
    /// Its quarter is closed.
    Closed(PathBuf),
    /// It is the sentence of an objective that is committed.
    Committed(PathBuf),
}

impl SaveError {
    pub(in crate::store) fn new(obstacle: Obstacle) -> Self {
        Self { obstacle, written: Vec::new(), draft: None, given_up: None }
    }

    /// What somebody else did to the same thing, if that is what stood in the way.
    pub fn conflict(&self) -> Option<&Conflict> {
        match &self.obstacle {
            Obstacle::Clash { conflict, .. } => Some(conflict),
            Obstacle::Torn(_)
            | Obstacle::ReadOnly(_)
            | Obstacle::Damaged(_)
            | Obstacle::NotEmpty(_)
            | Obstacle::Write(_) => None,
        }
    }

    /// Whether all of the change stands in the files, and only the disk did not confirm it.
    pub fn stands(&self) -> bool {
        matches!(&self.obstacle, Obstacle::Write(error) if error.stands())
    }

    /// What to do about it, as a sentence.
    pub fn hint(&self) -> &str {
        match &self.obstacle {
            Obstacle::Clash { conflict: Conflict::Fields(_), .. } => words::LOOK_AT_WHAT_STANDS_THERE_NOW,
            Obstacle::Clash { conflict: Conflict::Taken, .. } => words::LOOK_AT_THEIRS,
            Obstacle::Clash { conflict: Conflict::Gone | Conflict::HostGone, .. }
            | Obstacle::Torn(Torn::Homeless { .. }) => words::ASK_WHY_IT_WAS_REMOVED,
            Obstacle::Clash { conflict: Conflict::Changed, .. } => words::DO_IT_AGAIN_IF_YOU_STILL_WANT_TO,
            Obstacle::Torn(Torn::Holds { .. }) => words::TAKE_THAT_AWAY_FIRST,
            Obstacle::Clash { conflict: Conflict::Closed, .. } | Obstacle::Torn(Torn::Closed(_)) => {
                words::WHAT_STANDS_THERE_IS_HISTORY
            }
            Obstacle::Clash { conflict: Conflict::Committed, .. } | Obstacle::Torn(Torn::Committed(_)) => {
                words::SAY_IT_ANEW_WITH_A_REASON
            }
            Obstacle::ReadOnly(_) => words::INSTALL_A_NEWER_VERSION,
            Obstacle::Damaged(problem) => &problem.hint,
            Obstacle::NotEmpty(_) => words::CHOOSE_A_NEW_FOLDER,
            Obstacle::Write(error) => error.hint(),
        }
    }
}

/// Says what happened, what still stands and where what was wanted is kept; what to do is [`SaveError::hint`].
impl fmt::Display for SaveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = &self.obstacle;
        let written = self.written.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", ");
        formatter.write_str(&match (written.is_empty(), &self.draft) {
            _ if self.stands() => why.to_string(),
            (true, None) => words::nothing_was_changed(why),
            (true, Some(draft)) => words::nothing_was_changed_and_kept(why, shown(draft)),
            (false, None) => words::only_this_part_was_saved(why, written),
            (false, Some(draft)) => words::only_this_part_was_saved_and_kept(why, written, shown(draft)),
        })?;
        self.given_up.iter().try_for_each(|says| write!(formatter, "; {says}"))
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clash { path, conflict } => write!(formatter, "{}: {conflict}", shown(path)),
            Self::Torn(torn) => write!(formatter, "{torn}"),
            Self::ReadOnly(format) => formatter.write_str(&anywhere::the_files_are_of_format(format, FORMAT)),
            Self::Damaged(problem) => {
                let Problem { path, line, column, message, .. } = problem.as_ref();
                let message = message.trim_end_matches('.');
                write!(formatter, "{}:{line}:{column}: {}", shown(path), visible(message))
            }
            Self::NotEmpty(path) => formatter.write_str(&words::is_not_empty(shown(path))),
            Self::Write(error) => write!(formatter, "{error}"),
        }
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(clashes) => {
                let fields = clashes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                formatter.write_str(&words::changed_meanwhile(fields))
            }
            Self::Taken => formatter.write_str(words::ANOTHER_FILE_WAS_MADE_MEANWHILE),
            Self::Gone => formatter.write_str(words::IT_WAS_REMOVED_MEANWHILE),
            Self::HostGone => formatter.write_str(words::WHAT_IT_STANDS_IN_WAS_REMOVED_MEANWHILE),
            Self::Changed => formatter.write_str(words::IT_WAS_CHANGED_MEANWHILE),
            Self::Closed => formatter.write_str(words::ITS_QUARTER_WAS_CLOSED_MEANWHILE),
            Self::Committed => formatter.write_str(words::ITS_SENTENCE_WAS_COMMITTED_MEANWHILE),
        }
    }
}

impl fmt::Display for Torn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&match self {
            Self::Holds { path, inside } => words::others_hang_something_on_it(shown(path), shown(inside)),
            Self::Homeless { path, owner } => words::what_it_belongs_to_is_gone(shown(path), shown(owner)),
            Self::Closed(path) => words::its_quarter_is_closed(shown(path)),
            Self::Committed(path) => words::it_is_committed(shown(path)),
        })
    }
}

impl Error for SaveError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.obstacle {
            Obstacle::Write(error) => Some(error),
            _ => None,
        }
    }
}

impl From<WriteError> for Obstacle {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<Problem> for Obstacle {
    fn from(problem: Problem) -> Self {
        Self::Damaged(Box::new(problem))
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
