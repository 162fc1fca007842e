//! A session as numbered prompts on the plain screen (`okr --plain`): nothing is drawn over, each change is a new line, and
//! all that the session screen offers is offered here by a number. For a screen reader, and for whoever likes it so.

mod asking;
mod back;
mod begin;
mod prompt;
mod says;
mod typing;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use super::room;
use super::run::Place;
use super::session_record::SessionRecord;
use crate::domain::change::Change;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::quarter::QuarterKey;
use crate::domain::seed::Seed;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::method::fields::{Elsewhere, Input};
use crate::method::session::offers::{Ask, Blank, What, offers};
use crate::method::session::{Act, Blind, Played, Player};
use crate::store::{Loaded, Others, SaveError, Store};
use crate::words::anywhere;
use crate::words::plain as words;
use begin::{begun, chosen, numbered, recalled};
use prompt::{ReadLine, ask, out_of_sight, say, say_each};
use says::Heard;
use typing::Typing;

/// Why something was not done, in words.
type Refused = String;

/// Where a session is played.
struct Scene {
    store: Store,
    workspace: Workspace,
    key: QuarterKey,
    today: Day,
}

/// A session that is played line by line.
struct Plain {
    scene: Scene,
    seed: Seed,
    record: SessionRecord,
    player: Player,
    typing: Typing,
    /// Until when time has been counted.
    seen: Instant,
    /// The choices and the board as they were said last: only what is new is said again.
    heard: Heard,
}

/// Something that can be chosen by its number.
#[derive(Clone)]
enum Choice {
    /// What the step takes.
    Offer(What),
    /// The next thing, then the next step.
    GoOn,
    /// The thing before, then the step before.
    Back,
    /// An act.
    Act(Act),
    /// Something that is asked for.
    Ask(Ask),
    /// Says what was to be done before the meeting.
    Before,
    /// Takes back what was done last, or does again what was taken back last.
    Turn(Way),
    /// Leaves; the session waits.
    Leave,
}

/// How a session went on after an answer.
enum Goes {
    On,
    Away,
}

/// Plays a session: one that was cut off and is not put away, else one that is chosen.
///
/// # Errors
/// No session can be played here; in words.
pub fn play(place: Place, folder: Option<PathBuf>, today: Day, seed: Seed) -> Result<(), String> {
    let Some(key) = place.quarter else { return Err(words::NO_QUARTER_IS_OPEN_HERE.to_owned()) };
    says::damaged(&place.problems);
    let mut scene = Scene { store: place.store, workspace: place.workspace, key, today };
    let mut record = SessionRecord::new(folder);
    let mut seed = seed;
    if let Some(player) = recalled(&mut scene, &mut record)? {
        let title = player.title();
        say(&words::waits_where_it_stood(&title));
        if player.date() != today {
            say(&anywhere::began_and_is_of_today(player.date().short(today), today.long()));
        }
        let Some(goes_on) = chosen(&[words::GO_ON_WITH_IT, words::PUT_IT_AWAY]) else { return Ok(()) };
        let mut plain = Plain::with(scene, seed, record, player);
        if goes_on == 0 {
            return plain.run();
        }
        plain.act(Act::PutAway)?;
        say(&anywhere::is_put_away(&title));
        (scene, seed, record) = (plain.scene, plain.seed, plain.record);
    }
    match begun(&scene, &mut record)? {
        Some(player) => Plain::with(scene, seed, record, player).run(),
        None => Ok(()),
    }
}

impl Scene {
    fn desk(&self) -> Result<Desk<'_>, Refused> {
        Desk::at(&self.workspace, &self.key, self.today).map_err(|refusal| refusal.to_string())
    }

    /// Takes over what others have written meanwhile; where it cannot be read, what was read last stands.
    fn read_again(&mut self, question: Option<&Ask>) {
        // What a link may name stands in the quarters beside.
        let is_link = matches!(question, Some(Ask::Contribute(_)));
        let others = if is_link { Others::Beside } else { Others::Concerned };
        let QuarterKey { team, cycle } = &self.key;
        if let Ok(read) = self.store.load_team(team, Some(cycle), others) {
            self.workspace = read.workspace;
        }
    }

    /// Reads what a link that was typed names, so that it can be told whether it leads anywhere.
    fn read_linked(&mut self, blank: &Blank, typed: &str) {
        let is_link = blank.input == Input::Elsewhere(Elsewhere::Objective);
        let unread = if is_link { self.workspace.unread_linked(typed) } else { BTreeSet::new() };
        if unread.is_empty() {
            return;
        }
        let mut loaded = Loaded { workspace: std::mem::take(&mut self.workspace), ..Loaded::default() };
        // Where it cannot be read, nothing is said of what it holds.
        let _ = self.store.open_quarters(&mut loaded, &unread);
        self.workspace = loaded.workspace;
    }

    /// Writes a change to the files; gives the step by which it can be taken back.
    fn save(&mut self, change: &Change) -> Result<Option<u64>, Refused> {
        let refused = |error: SaveError| format!("{error}. {}", error.hint());
        save(&self.store, &mut self.workspace, change).map_err(refused)
    }
}

/// Writes a change to the files, and takes over what stands there then.
fn save(store: &Store, workspace: &mut Workspace, change: &Change) -> Result<Option<u64>, SaveError> {
    let saved = store.save(change)?;
    workspace.apply_saved(change, saved.merged);
    Ok(saved.step)
}

impl Plain {
    fn with(scene: Scene, seed: Seed, record: SessionRecord, player: Player) -> Self {
        let typing = Typing::begin(record.folder(), scene.store.root(), &scene.key);
        Self { scene, seed, record, player, typing, seen: Instant::now(), heard: Heard::default() }
    }

    /// Plays until it is closed or somebody leaves.
    fn run(mut self) -> Result<(), Refused> {
        let is_new = self.player.session_minutes() == 0 && self.player.at() == 0;
        self.start()?;
        say(&self.who()?);
        if is_new && room::asks_who_is_here(&self.player, &self.scene.desk()?) {
            self.put(&Ask::People)?;
        }
        while !self.player.is_closed() {
            if matches!(self.turn()?, Goes::Away) {
                say(words::THE_SESSION_WAITS);
                return Ok(());
            }
        }
        say(&room::farewell(&self.player));
        Ok(())
    }

    /// How many are here, who facilitates and who types.
    fn who(&self) -> Result<String, Refused> {
        Ok(room::in_the_room(&self.player, &self.scene.desk()?))
    }

    /// Starts the clock and says where the session stands.
    fn start(&mut self) -> Result<(), Refused> {
        self.act(Act::Start)?;
        self.heard.board.clear();
        says::step(&self.scene, &self.player)?;
        self.say_board()
    }

    /// Says what is new on the board.
    fn say_board(&mut self) -> Result<(), Refused> {
        let board = says::board(&self.scene, &self.player)?;
        let topic = self.player.topic(&self.scene.desk()?);
        // What reads the same of another thing is said of it too.
        if std::mem::replace(&mut self.heard.topic, topic.clone()) != topic {
            let all = says::of_all(&self.scene, &self.player)?;
            self.heard.board.retain(|line| all.contains(line));
        }
        let mut before = std::mem::replace(&mut self.heard.board, board);
        let mut is_new = false;
        for line in &self.heard.board {
            if let Some(at) = before.iter().position(|known| known == line) {
                before.swap_remove(at);
            } else {
                is_new = true;
                say(line);
            }
        }
        if !is_new {
            say(words::THE_BOARD_STANDS_AS_IT_WAS);
        }
        Ok(())
    }

    /// Offers what can be said, waits for a number, and does it. A choice that stands where it stood is not said again.
    fn turn(&mut self) -> Result<Goes, Refused> {
        self.scene.read_again(None);
        let (labels, choices): (Vec<String>, Vec<Choice>) = self.choices()?.into_iter().unzip();
        let lines: Vec<String> = labels.iter().zip(1..).map(|(label, at)| format!("{at}. {label}")).collect();
        lines.iter().filter(|line| !self.heard.choices.contains(line)).for_each(|line| say(line));
        self.heard.choices = lines;
        let said = ask(words::NUMBER);
        self.pass();
        match said {
            ReadLine::Ended => return Ok(Goes::Away),
            ReadLine::Skipped => self.heard.choices.clear(),
            ReadLine::Text(text) if text == "?" => self.heard.choices.clear(),
            ReadLine::Text(text) => match numbered(&text, choices.len()).and_then(|at| choices.get(at)) {
                Some(choice) => return self.choose(choice),
                None => say(&words::number_up_to(choices.len())),
            },
        }
        Ok(Goes::On)
    }

    /// What can be said now: the way on first, so that it is always 1, then what the step takes; the close is never where the way on was.
    fn choices(&self) -> Result<Vec<(String, Choice)>, Refused> {
        let desk = self.scene.desk()?;
        let mut all = vec![(words::GO_ON.to_owned(), Choice::GoOn)];
        let offered = offers(&self.player, &desk, None).into_iter();
        all.extend(
            offered.map(|offer| (format!("{}: {}", offer.label, offer.says), Choice::Offer(offer.what))),
        );
        let (clock, act) = if self.player.is_running() {
            (words::STOP_THE_CLOCK, Act::Pause)
        } else {
            (words::START_THE_CLOCK, Act::Start)
        };
        let usual = [
            (anywhere::BACK, Choice::Back),
            (words::TAKE_BACK, Choice::Turn(Way::Back)),
            (clock, Choice::Act(act)),
            (words::STAY_LONGER_BY_THUMBS, Choice::Ask(Ask::Extend)),
            (words::PARK_A_LINE, Choice::Ask(Ask::Park)),
            (words::LEAVE_THIS_STEP_OUT, Choice::Ask(Ask::Skip)),
            (words::HOW_MANY_ARE_HERE, Choice::Ask(Ask::People)),
            (words::HOW_LONG_IT_TOOK, Choice::Ask(Ask::Minutes)),
            (words::LEAVE_THE_SESSION_WAITS, Choice::Leave),
        ];
        if self.player.next_turn(Way::Again).is_some() {
            all.push((words::DO_AGAIN.to_owned(), Choice::Turn(Way::Again)));
        }
        if self.player.is_talked_through() {
            all.push((says::next_circle(&self.player).to_owned(), Choice::Act(Act::Circle)));
        }
        if desk.team().is_some_and(|team| self.player.roles(team).is_some()) {
            all.push((words::OTHERS_FACILITATE_AND_TYPE.to_owned(), Choice::Act(Act::Turn)));
        }
        if !self.player.kind().before().is_empty() {
            all.push((words::WHAT_WAS_BEFORE_THE_MEETING.to_owned(), Choice::Before));
        }
        if !self.player.declared().is_empty() {
            all.push((words::EFFORT_ALONE.to_owned(), Choice::Ask(Ask::Declare(0))));
        }
        all.extend(usual.map(|(label, choice)| (label.to_owned(), choice)));
        let ends = self.player.ends(&desk);
        let label = if ends == Act::Close { words::CLOSE_THE_SESSION } else { words::PUT_IT_AWAY };
        all.push((label.to_owned(), Choice::Act(ends)));
        Ok(all)
    }

    /// Does what was chosen. What is refused is said, and the session stays.
    fn choose(&mut self, choice: &Choice) -> Result<Goes, Refused> {
        let desk = self.scene.desk()?;
        let act = match choice {
            Choice::Leave => return Ok(Goes::Away),
            Choice::Before => return says::before(&self.scene, &self.player).map(|()| Goes::On),
            Choice::Turn(way) => return self.turn_over(*way).map(|()| Goes::On),
            // It came in the place of what has gone meanwhile.
            Choice::GoOn if self.player.topic(&desk) != self.heard.topic => {
                return self.say_board().map(|()| Goes::On);
            }
            Choice::GoOn if self.player.is_last_topic(&desk) && self.player.is_last_step() => {
                say(words::THIS_WAS_THE_LAST_STEP);
                return Ok(Goes::On);
            }
            Choice::GoOn if self.player.is_last_topic(&desk) => Act::Next,
            Choice::GoOn => Act::NextTopic,
            Choice::Back if self.player.is_first_topic(&desk) => Act::Back,
            Choice::Back => Act::TopicBefore,
            Choice::Act(act) | Choice::Offer(What::Do(act)) => act.clone(),
            Choice::Ask(question) | Choice::Offer(What::Ask(question)) => return self.put(question),
            Choice::Offer(What::Edit(topic)) => return self.put(&Ask::Field(topic.clone())),
        };
        self.take(act).map(|_| Goes::On)
    }

    /// Asks until the answers are taken in or the question is given up; what is refused is asked again with what was typed.
    fn put(&mut self, question: &Ask) -> Result<Goes, Refused> {
        loop {
            self.scene.read_again(Some(question));
            let Self { scene, player, seed, typing, .. } = self;
            let asked = asking::fill_in(question, (player, scene), seed, typing)?;
            self.pass();
            let Some(act) = asked else { return Ok(Goes::On) };
            if matches!(act, Act::Blind(Blind::Drafts(_) | Blind::Dots(_))) {
                out_of_sight();
                self.heard = Heard::default();
            }
            let next = question.next(&self.player).filter(|next| matches!(next, Ask::Declare(_)));
            if self.take(act)? {
                self.typing.forget(question);
                return next.map_or(Ok(Goes::On), |next| self.put(&next));
            }
        }
    }

    /// Does it, says what came of it, and what stands there then; tells whether it was done.
    fn take(&mut self, act: Act) -> Result<bool, Refused> {
        let before = self.player.clone();
        if let Err(refused) = self.act(act) {
            say_each(&words::not_done(&refused));
            return Ok(false);
        }
        let (who, was) = (self.who()?, room::in_the_room(&before, &self.scene.desk()?));
        if who != was {
            say(&who);
        }
        match before.at() == self.player.at() {
            _ if self.player.is_closed() => {}
            true => self.say_board()?,
            false => self.start()?,
        }
        Ok(true)
    }

    /// Takes an act in: kept in the record, saved, and only then gone on with.
    fn act(&mut self, act: Act) -> Result<(), Refused> {
        self.scene.read_again(None);
        let mut seed = self.seed.clone();
        let desk = self.scene.desk()?;
        let Played { mut player, change, cues } =
            self.player.act(act, &desk, &mut seed).map_err(|refusal| prompt::refused(&refusal))?;
        if let Some(change) = &change {
            // Where it cannot be kept the change is saved all the same; keeping the session afterwards says so.
            let _ = self.record.keep(&player, Some(change));
            match self.scene.save(change) {
                Ok(step) => player.was_saved(step),
                Err(refused) => {
                    let _ = self.record.keep(&self.player, None);
                    return Err(refused);
                }
            }
            let says = anywhere::saved(&change.sentence);
            say(if change.is_empty() { words::THE_BOARD_STANDS_AS_IT_WAS } else { &says });
        }
        (self.player, self.seed) = (player, seed);
        says::cues(&self.scene, &cues);
        self.keep();
        Ok(())
    }

    /// Keeps how the session stands; where that fails it goes on and says so.
    fn keep(&mut self) {
        if let Err(why) = self.record.keep(&self.player, None) {
            say(&why);
        }
    }

    /// Counts the time since the last answer, and says what it brings.
    fn pass(&mut self) {
        let now = Instant::now();
        let cues = self.player.pass(now.duration_since(std::mem::replace(&mut self.seen, now)));
        says::cues(&self.scene, &cues);
    }
}
