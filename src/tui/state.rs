//! What is on the screens: one value that can be cloned and compared. It holds the workspace and the chosen quarter,
//! never "the" quarter, as two are open at once for three weeks (J8).

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, LazyLock};

use ratatui::layout::Size;

use super::finder::{Find, Finder, Scope};
use super::forms::{Form, Subject};
use super::look::Look;
use super::matches::Matches;
use super::menu::Menu;
use super::room::{self, Room};
use super::screens::Listed;
use super::sort::Order;
use super::target::Target;
use super::trouble::Trouble;
use crate::coach::finding::Finding;
use crate::domain::change::Refusal;
use crate::domain::cycle::{Cycle, ReadingDay};
use crate::domain::day::Day;
use crate::domain::decision::{AskedOf, Desk};
use crate::domain::id::{SittingId, TeamId};
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::method::lint::Placed;
use crate::settings::actions::{ScreenName, overview};
use crate::settings::keymap::Keymap;
use crate::settings::keys::Chord;
use crate::store::typed::TypedForm;
use crate::words::lists as words;

/// What lies over the screen and takes the keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// Fields to fill in.
    Form(Form),
    /// A few answers to choose from.
    Menu(Menu),
    /// Help or palette.
    Finder(Finder),
}

/// Whose the workspace is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// The team's own.
    Own,
    /// A copy of the sample, with nothing to lose.
    Sample,
}

/// How a line of status is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// A change was saved, which can be taken back.
    Saved,
    /// How to go on; nothing was done, and nothing stands in the way.
    Note,
    /// Something stands in the way.
    Stop,
    /// Data is at risk or the program erred.
    Danger,
}

/// The most that is kept of what was said.
const MOST_SAID: usize = 200;

/// What else there is to say of something, each with its label: why, what to do.
pub type More = Vec<(&'static str, String)>;

/// The line above the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub says: String,
    /// What else there is to say of it.
    pub more: More,
    /// The form it is about, left with a draft that can be opened again.
    pub left: Option<Left>,
}

/// What was left with something typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// A form, just now.
    Form(Subject),
    /// Forms of an earlier program.
    Before,
}

/// Which panel of a screen the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The list.
    #[default]
    List,
    /// The detail of the selected row.
    Detail,
    /// The guide.
    Guide,
}

/// What a screen remembers: the selection is an object, not a row number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListState {
    /// The selected object.
    pub selected: Option<Target>,
    /// The row it stood on, for the day it is gone.
    pub row: usize,
    /// The first row that is shown, where it was drawn already.
    pub began: Option<usize>,
    /// Where the keys go.
    pub pane: Pane,
    /// The first line that is shown of the panel that scrolls, where that is not the list.
    pub scroll: u16,
    /// The panel the wheel was turned over, where that is not the one with the keys.
    pub wheeled: Option<Pane>,
    /// The words the list is filtered by.
    pub filter: String,
    /// In which order its key results stand.
    pub order: Order,
    /// The rows that are marked.
    pub marks: BTreeSet<Target>,
}

impl ListState {
    /// The panel that scrolls: the one with the keys, or the one the wheel was turned over.
    pub fn scrolls(&self) -> Pane {
        self.wheeled.unwrap_or(self.pane)
    }
}

/// Everything that is shown follows from this.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that may be so, and any may with any")]
pub struct State {
    /// All that the folder holds.
    pub workspace: Workspace,
    /// What could not be read of it.
    pub troubles: Vec<Trouble>,
    /// The chosen quarter; none before the first run is through.
    pub place: Option<QuarterKey>,
    /// The day.
    pub today: Day,
    /// Letters for new ids.
    pub seed: Seed,
    /// The size of the terminal.
    pub size: Size,
    /// Colours and signs.
    pub look: Look,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// The open screen.
    pub screen: ScreenName,
    /// What each screen remembers.
    pub lists: BTreeMap<ScreenName, ListState>,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The texts of forms that were left, by the names they are kept under.
    pub drafts: BTreeMap<String, TypedForm>,
    /// What an earlier program left in forms that were not opened again since, by the same names.
    pub kept: BTreeMap<String, TypedForm>,
    /// The keys of a sequence begun.
    pub begun: Vec<Chord>,
    /// The line above the footer.
    pub status: Option<Status>,
    /// What was said there in this run, oldest first; the last so many.
    pub said: VecDeque<Status>,
    /// How many things were said in this run.
    pub heard: usize,
    /// The log that holds what was said last as an error.
    pub log: Option<String>,
    /// What was run from the palette in this run, the last first.
    pub recent: Vec<Find>,
    /// Which ways there is a change to turn: one to take back, one to do again.
    pub turns: Vec<Way>,
    /// Whether the last row shows the keys.
    pub has_footer: bool,
    /// The time of day at which the last change of this window was saved, where a clock runs: `14:02`.
    pub saved_at: Option<String>,
    /// Whether the guide stands beside list and detail where there is room for it.
    pub has_guide: bool,
    /// Whether the next key that leaves leaves: Ctrl-C was pressed just now, or what is open was named.
    pub is_leaving: bool,
    /// What the coach asks of the chosen quarter; none until a screen that shows it is open.
    pub asked: Option<Vec<Placed>>,
    /// The sittings in which somebody here voted alone, those of one key result oldest first: a new vote of the same round
    /// takes the place of the last.
    pub own_votes: Vec<SittingId>,
    /// Whether the next session that comes onto the screen is shown large.
    pub begins_large: bool,
    /// The day the History looks back from, where it is not today.
    pub as_of: Option<Day>,
    /// What was folded or unfolded by hand, on the map and in the History.
    pub folds: BTreeMap<Target, bool>,
    /// The card of the tour that is shown, counted from 0.
    pub tour: Option<usize>,
    /// Whether what is changed stays.
    pub keeps: Keeps,
    /// Where a workspace begins, when none can begin in this folder.
    pub elsewhere: Option<&'static str>,
    /// The matches of a search, while it stands.
    pub matches: Option<Matches>,
    /// The session that is open, on the screen or behind the desk.
    pub room: Option<Room>,
    /// The rows of the open list, as they were found after the last message.
    pub listed: Listed,
    /// What was believed on the day the History looks back from.
    pub then: Believed,
    /// What the coach caught in the quarter the History has selected.
    pub caught: Option<Caught>,
}

/// How many key results of a quarter were work when they were first written and were said anew, as of a day; kept, as the
/// coach reads sentences for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caught {
    /// The quarter.
    pub quarter: QuarterKey,
    /// The day looked back from, where it is not today.
    pub as_of: Option<Day>,
    /// How many.
    pub count: usize,
}

/// A team as it was on an earlier day; nothing where that is today.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Believed(pub Option<(TeamId, Day, Arc<Workspace>)>);

impl State {
    /// Begins on the Overview.
    pub fn new(workspace: Workspace, place: Option<QuarterKey>, today: Day, look: Look) -> Self {
        Self {
            workspace,
            troubles: Vec::new(),
            place,
            today,
            seed: Seed::new(0),
            size: Size::new(80, 24),
            look,
            keymap: Keymap::usual(),
            screen: ScreenName::Overview,
            lists: BTreeMap::new(),
            overlay: None,
            drafts: BTreeMap::new(),
            kept: BTreeMap::new(),
            begun: Vec::new(),
            status: None,
            said: VecDeque::new(),
            heard: 0,
            log: None,
            recent: Vec::new(),
            turns: Vec::new(),
            has_footer: true,
            saved_at: None,
            has_guide: true,
            is_leaving: false,
            asked: None,
            own_votes: Vec::new(),
            begins_large: false,
            as_of: None,
            folds: BTreeMap::new(),
            tour: None,
            keeps: Keeps::Own,
            elsewhere: None,
            matches: None,
            room: None,
            listed: Listed::default(),
            then: Believed::default(),
            caught: None,
        }
    }

    /// Goes to a quarter. What was set for another one, filters, marks and the day looked back from, stays behind.
    pub fn go_to(&mut self, key: QuarterKey) {
        // A session is of one quarter: whoever goes to another one leaves it.
        if self.room.as_ref().is_some_and(|room| *room.player.key() != key) {
            room::to_the_desk(self);
        }
        if self.place.as_ref() != Some(&key) {
            self.place = Some(key);
            self.lists.clear();
            self.as_of = None;
        }
    }

    /// What the coach asks of one thing of the chosen quarter, those that were waived too.
    pub fn asked_of<'a>(&'a self, about: &'a AskedOf) -> impl Iterator<Item = &'a Finding> {
        let all = self.asked.iter().flatten().filter(|placed| placed.is_about(about));
        all.map(|placed| &placed.finding)
    }

    /// The chosen quarter with its cycle.
    pub fn here(&self) -> Option<(&Quarter, &Cycle)> {
        let key = self.place.as_ref()?;
        Some((self.workspace.quarters.get(key)?, self.workspace.cycles.get(&key.cycle)?))
    }

    /// The chosen quarter while it is still being read.
    pub fn awaited(&self) -> Option<&QuarterKey> {
        self.place.as_ref().filter(|place| self.workspace.unopened.contains(*place))
    }

    /// Whether quarters that run beside the chosen one, which may not have been read itself, have not been read.
    pub fn lacks_beside(&self) -> bool {
        let cycle = self.place.as_ref().and_then(|place| self.workspace.cycles.get(&place.cycle));
        cycle.is_some_and(|cycle| self.workspace.unopened_beside(cycle).next().is_some())
    }

    /// The chosen quarter, ready to decide on.
    ///
    /// # Errors
    /// None is chosen, or it is gone.
    pub fn desk(&self) -> Result<Desk<'_>, Refusal> {
        let key = self.place.as_ref().ok_or_else(|| {
            let hint = words::open_one_with(self.keymap.key(overview::Action::New));
            Refusal::one(StopRule::Reference, words::THE_QUARTER, words::NONE_IS_OPEN, hint)
        })?;
        Desk::at(&self.workspace, key, self.today)
    }

    /// The day that days are typed on: today, and the quarter that is chosen.
    pub fn typing_day(&self) -> ReadingDay {
        self.desk().map_or_else(|_| self.today.into(), |desk| desk.typing_day())
    }

    /// Decides with letters for new ids; they are used up only where it comes to a decision.
    ///
    /// # Errors
    /// It is refused.
    pub fn decide<T, E>(&mut self, decide: impl FnOnce(&Self, &mut Seed) -> Result<T, E>) -> Result<T, E> {
        let mut seed = self.seed.clone();
        let decided = decide(self, &mut seed)?;
        self.seed = seed;
        Ok(decided)
    }

    /// What the open screen remembers.
    pub fn list(&self) -> &ListState {
        static UNTOUCHED: LazyLock<ListState> = LazyLock::new(ListState::default);
        self.lists.get(&self.screen).unwrap_or_else(|| &UNTOUCHED)
    }

    /// What the open screen remembers, to be changed.
    pub fn list_mut(&mut self) -> &mut ListState {
        self.lists.entry(self.screen).or_default()
    }

    /// Remembers where the list that was drawn began, so that the next frame moves it no farther than it must.
    pub fn was_drawn(&mut self, began: Option<usize>) {
        match &mut self.overlay {
            Some(Overlay::Menu(menu)) => menu.began = began,
            Some(Overlay::Finder(finder)) if finder.scope != Scope::Filter => finder.began = began,
            Some(Overlay::Finder(_)) | None if began.is_some() => self.list_mut().began = began,
            Some(Overlay::Finder(_) | Overlay::Form(_)) | None => {}
        }
    }

    /// Says something on the line above the footer.
    pub fn say(&mut self, tone: Tone, says: impl Into<String>) {
        self.say_more(tone, says, Vec::new());
    }

    /// Says something there of which there is more to say.
    pub fn say_more(&mut self, tone: Tone, says: impl Into<String>, more: More) {
        self.hear(Status { tone, says: says.into(), more, left: None });
    }

    /// Says that something was left with a draft, which can be opened again.
    pub fn say_left(&mut self, says: impl Into<String>, left: Left) {
        self.hear(Status { tone: Tone::Done, says: says.into(), more: Vec::new(), left: Some(left) });
    }

    fn hear(&mut self, status: Status) {
        if self.said.back() != Some(&status) {
            let over = (self.said.len() + 1).saturating_sub(MOST_SAID);
            drop(self.said.drain(..over));
            self.said.push_back(status.clone());
            self.heard += 1;
        }
        self.status = Some(status);
    }
}
