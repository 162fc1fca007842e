//! `okr add`: objectives, key results, and the lines that stand beside them.

use clap::{Args, Subcommand};

mod reply;
mod under;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::pick;
use super::rewrite::stands_otherwise;
use super::typed::{self, Assignment, assignments, line, names};
use crate::domain::change::{Change, Record};
use crate::domain::cycle::ReadingDay;
use crate::domain::decision::{self, Desk, List};
use crate::domain::display::shortened;
use crate::domain::id::LineId;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::named::{Named, in_quarter};
use crate::domain::objective::Objective;
use crate::domain::seed::Seed;
use crate::domain::team::{Team, Turn};
use crate::domain::word::from_word;
use crate::method::draft::{Draft, take};
use crate::method::fields::{self, Context, Field};
use crate::report::json;
use crate::words::cli::add as words;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::ADD, before_help = help::ADD_EXAMPLES)]
pub(super) struct Add {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(flatten)]
    Within(Within),
    #[command(about = help::ADD_TEAM, after_help = names(fields::TEAM))]
    Team(Titled),
    #[command(about = help::ADD_WAS)]
    Was(Turned),
}

/// What stands in a quarter.
#[derive(Debug, Subcommand)]
enum Within {
    #[command(about = help::ADD_OBJECTIVE, visible_alias = "o", after_help = names(fields::OBJECTIVE))]
    Objective(Titled),
    #[command(about = help::ADD_KR, visible_alias = "key-result", after_help = names(fields::KEY_RESULT))]
    Kr(Measured),
    #[command(about = help::ADD_ASSUMPTION, after_help = names(fields::ASSUMPTION))]
    Assumption(Under),
    #[command(about = help::ADD_NEGOTIATION, after_help = names(fields::NEGOTIATION))]
    Negotiation(FromSide),
    #[command(about = help::ADD_INITIATIVE, after_help = names(fields::INITIATIVE))]
    Initiative(Under),
    #[command(about = help::ADD_DEPENDENCY, after_help = names(fields::DEPENDENCY))]
    Dependency(Need),
    #[command(about = help::ADD_ANSWER, after_help = names(fields::ANSWER))]
    Answer(Reply),
    #[command(about = help::ADD_NOT_NOW, after_help = names(fields::LIST_LINE))]
    NotNow(Dated),
    #[command(about = help::ADD_KEEP_RUNNING, after_help = names(fields::LIST_LINE))]
    KeepRunning(Dated),
    #[command(about = help::ADD_PRE_MORTEM, after_help = names(fields::LIST_LINE))]
    PreMortem(Dated),
    #[command(about = help::ADD_PARKING_LOT, after_help = names(fields::LIST_LINE))]
    ParkingLot(Dated),
    #[command(about = help::ADD_DELIVERY, after_help = names(fields::DELIVERY))]
    Delivery(Dated),
    #[command(about = help::ADD_EFFORT, after_help = names(fields::EFFORT))]
    Effort(Titled),
}

#[derive(Debug, Args)]
struct Titled {
    #[arg(help = help::ADD_TITLED_TEXT, allow_hyphen_values = true)]
    text: String,
    #[arg(help = help::ADD_TITLED_FIELDS, value_name = "FIELD=VALUE")]
    fields: Vec<String>,
}

#[derive(Debug, Args)]
struct Under {
    #[arg(help = help::ADD_UNDER_ID)]
    id: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct Measured {
    #[command(flatten)]
    under: Under,
    #[arg(help = help::ADD_MEASURED_METRIC, long, value_name = "METRIC")]
    metric: Option<String>,
}

#[derive(Debug, Args)]
struct Need {
    #[arg(help = help::ADD_NEED_ID)]
    id: String,
    #[arg(help = help::ADD_NEED_FROM, value_name = "TEAM")]
    from: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct FromSide {
    #[arg(help = help::ADD_FROM_SIDE_ID)]
    id: String,
    #[arg(help = help::ADD_FROM_SIDE_FROM, value_name = "SIDE")]
    from: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct Reply {
    #[arg(help = help::ADD_REPLY_ID)]
    id: String,
    #[arg(help = help::ADD_REPLY_STATE, value_name = "ANSWER")]
    state: String,
    #[arg(help = help::ADD_REPLY_WORDS, value_name = "TEXT", allow_hyphen_values = true)]
    words: Vec<String>,
}

#[derive(Debug, Args)]
struct Turned {
    #[arg(help = help::ADD_TURNED_ID)]
    id: String,
    #[arg(help = help::ADD_TURNED_TURN, value_name = "TURN")]
    turn: String,
    #[arg(help = help::ADD_TURNED_WHAT)]
    what: String,
    #[arg(help = help::ADD_TURNED_DATE, long, value_name = "DAY", allow_hyphen_values = true)]
    date: Option<String>,
}

#[derive(Debug, Args)]
struct Dated {
    #[command(flatten)]
    titled: Titled,
    #[arg(help = help::ADD_DATED_DUE, long, value_name = "DAY", allow_hyphen_values = true)]
    due: Option<String>,
}

/// A change, the id of what it makes, and what was read from its sentence.
struct Made {
    change: Change,
    id: String,
    read: Option<Read>,
    /// What its sentence says and its fields do not.
    left: Option<String>,
}

/// A measure as a sentence filled it in, and the same in a line.
struct Read {
    measure: Measure,
    says: String,
}

impl From<(Change, String)> for Made {
    fn from((change, id): (Change, String)) -> Self {
        Self { change, id, read: None, left: None }
    }
}

impl Add {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let within = match &self.what {
            What::Within(within) => within,
            What::Team(titled) => {
                let made = team(&opened, titled, call)?;
                opened.save(&made.change)?;
                return Ok(Answer::saved(&made.change.sentence, None).with_id(&made.id));
            }
            What::Was(turned) => {
                let change = was(&opened, turned, call)?;
                opened.save(&change)?;
                return Ok(Answer::saved(&change.sentence, None));
            }
        };
        let words = within.typed()?;
        typed::read_linked(&mut opened, &words)?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let days = typed::days(&words, desk.typing_day());
        let made = within.make(&desk, call)?;
        let asks = opened.asks_of(&made.change);
        opened.save(&made.change)?;
        let answer = Answer::saved(&made.change.sentence, Some(&key)).with_id(&made.id);
        let answer = match &made.read {
            Some(read) => answer.say(words::read(&read.says)).with("read", json::record(&read.measure)),
            None => answer,
        };
        Ok(made.left.into_iter().chain(days).chain(asks).fold(answer, Answer::say))
    }
}

impl Within {
    /// The fields that were typed, with the day of a line.
    fn typed(&self) -> Result<Vec<Assignment>, Halt> {
        let (titled, due) = match self {
            Self::Answer(_) => return Ok(Vec::new()),
            Self::Objective(titled) | Self::Effort(titled) => (titled, None),
            Self::Kr(Measured { under, .. }) | Self::Assumption(under) | Self::Initiative(under) => {
                (&under.titled, None)
            }
            Self::Negotiation(FromSide { titled, .. }) | Self::Dependency(Need { titled, .. }) => {
                (titled, None)
            }
            Self::NotNow(dated)
            | Self::KeepRunning(dated)
            | Self::PreMortem(dated)
            | Self::ParkingLot(dated)
            | Self::Delivery(dated) => (&dated.titled, dated.due.as_deref()),
        };
        let due = due.map(|due| Assignment::new("due", due));
        Ok(assignments(&titled.fields)?.into_iter().chain(due).collect())
    }

    fn make(&self, desk: &Desk<'_>, call: &mut Call) -> Result<Made, Halt> {
        let seed = &mut call.seed;
        match self {
            Self::Objective(titled) => objective(desk, titled, seed),
            Self::Kr(Measured { under, metric }) => key_result(desk, under, metric.as_deref(), seed),
            Self::Assumption(under) => under::assumption(desk, under, seed),
            Self::Negotiation(asked) => under::negotiation(desk, asked, seed),
            Self::Initiative(under) => under::initiative(desk, under, seed),
            Self::Dependency(need) => under::dependency(desk, need, seed),
            Self::Answer(Reply { id, state, words }) => reply::answer(desk, (id, state), words, seed),
            Self::NotNow(dated) => list_line(desk, List::NotNow, dated, seed),
            Self::KeepRunning(dated) => list_line(desk, List::KeepRunning, dated, seed),
            Self::PreMortem(dated) => list_line(desk, List::PreMortem, dated, seed),
            Self::ParkingLot(dated) => list_line(desk, List::ParkingLot, dated, seed),
            Self::Delivery(dated) => list_line(desk, List::Delivery, dated, seed),
            Self::Effort(titled) => effort(desk, titled, seed),
        }
    }
}

/// Writes the fields into the record a change makes.
fn fill<T: Clone>(
    record: &mut T,
    table: &[Field<T>],
    words: &[String],
    on: impl Into<ReadingDay>,
) -> Result<(), Halt> {
    let plain = Context::plain(on);
    typed::write(table, record, &assignments(words)?, |_| plain.clone())
}

fn objective(desk: &Desk<'_>, titled: &Titled, seed: &mut Seed) -> Result<Made, Halt> {
    let (mut change, id) = desk.add_objective(&line("objective", &titled.text)?, seed)?;
    if let Some(Record::Objective(objective)) = change.made() {
        fill(objective, fields::OBJECTIVE, &titled.fields, desk.typing_day())?;
        objective.contributes_to = objective.contributes_to.as_deref().map(|to| desk.link(to)).transpose()?;
    }
    Ok((change, id.to_string()).into())
}

fn key_result(desk: &Desk<'_>, under: &Under, metric: Option<&str>, seed: &mut Seed) -> Result<Made, Halt> {
    let objective = objective_of(desk, &under.id)?;
    let title = line(words::KEY_RESULT, &under.titled.text)?;
    let metric = metric.map(typed::metric).transpose()?;
    let mut words = vec![Assignment::new("title", &title)];
    words.extend(assignments(&under.titled.fields)?);
    let draft = Draft::read(&title, desk.today, desk.cycle);
    let given = words.iter().find_map(|word| word.of("metric")).or(metric.map(|metric| metric.name.as_str()));
    let given = given.filter(|_| !title.is_empty());
    let (mut change, id) = desk.add_key_result(&objective.id, given.unwrap_or(draft.name()), seed)?;
    let (mut read, mut left) = (None, None);
    if let Some(Record::KeyResult(key_result)) = change.made() {
        let context = |kr: &KeyResult| Context::of(kr, desk.typing_day());
        if let Some(metric) = metric {
            take(metric, key_result, false);
        }
        typed::write(fields::KEY_RESULT, key_result, &words, context)?;
        let is_typed = |field: &str| words.iter().any(|word| word.is_about(field));
        if draft.fill(key_result, is_typed) {
            let measure = key_result.measure.clone();
            read = Some(Read { says: draft.words(&measure, "->", desk.today), measure });
        }
        let is_meant = |field: &str| is_typed(field) || field == "metric" && metric.is_some();
        left = stands_otherwise(&draft, key_result, |field| field != "unit" && is_meant(field));
        left = left.or(metric.and_then(|metric| typed::unit_stays(metric, key_result)));
    }
    Ok(Made { change, id: id.to_string(), read, left })
}

fn list_line(desk: &Desk<'_>, kind: List, dated: &Dated, seed: &mut Seed) -> Result<Made, Halt> {
    let due = dated.due.as_deref().map(|due| typed::day("due", due, desk.typing_day())).transpose()?;
    if due.is_some() && kind != List::Delivery {
        return Err(Halt::usage(words::due_has_no_dates(kind.word()), words::OKR_ADD_DELIVERY_TEXT_DUE_DAY));
    }
    let text = line("line", &dated.titled.text)?;
    let mut change = desk.add_line(kind, &text, due, seed)?;
    let mut id = String::new();
    if let Some(Record::Frame(frame)) = change.made() {
        let words = &dated.titled.fields;
        let newest = frame.lines_mut(kind).and_then(|lines| lines.last_mut());
        if let Some(line) = newest {
            fill(line, fields::LIST_LINE, words, desk.typing_day())?;
            id = line.id.to_string();
        } else if let Some(delivery) = frame.delivery.last_mut() {
            fill(delivery, fields::DELIVERY, words, desk.typing_day())?;
            id = delivery.id.to_string();
        }
    }
    Ok((change, id).into())
}

fn effort(desk: &Desk<'_>, titled: &Titled, seed: &mut Seed) -> Result<Made, Halt> {
    let phase = desk.quarter.phase(desk.cycle, desk.today).into();
    let mut effort = desk.effort(&line("effort", &titled.text)?, phase, seed)?;
    fill(&mut effort, fields::EFFORT, &titled.fields, desk.typing_day())?;
    let id = effort.id.to_string();
    Ok((desk.put_effort(effort)?, id).into())
}

fn team(opened: &Opened, titled: &Titled, call: &mut Call) -> Result<Made, Halt> {
    let name = line("team", &titled.text)?;
    let mut team = Team::called(&name, &mut call.seed);
    fill(&mut team, fields::TEAM, &titled.fields, call.today)?;
    let id = team.id.to_string();
    Ok((decision::add_team(&opened.workspace, team)?, id).into())
}

/// Writes down what a team was before.
fn was(opened: &Opened, turned: &Turned, call: &Call) -> Result<Change, Halt> {
    const TURNS: &str = words::RENAMED_MERGED_OR_MOVED;
    let turn: Turn = from_word(&turned.turn)
        .ok_or_else(|| Halt::usage(words::is_none_of(shortened(&turned.turn), TURNS), ""))?;
    let team = pick::typed_team(&opened.workspace, &turned.id)?;
    let what = needed(words::WHAT_IT_WAS, &turned.what)?;
    let date = turned.date.as_deref().map(|date| typed::past_day("date", date, call.today)).transpose()?;
    Ok(decision::record_was(&opened.workspace, &team.id, (turn, &what, date), call.today)?)
}

/// The objective of a typed id.
pub(super) fn objective_of<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a Objective, Halt> {
    let all: Vec<Named<'a>> = desk.quarter.objectives.iter().map(Named::Objective).collect();
    match pick::at_desk(desk, &all, typed, "objective")? {
        Named::Objective(objective) => Ok(objective),
        _ => Err(Halt::usage(words::AN_OBJECTIVE_IS_NEEDED_HERE, words::OKR_LIST_OBJECTIVES)),
    }
}

/// The key result of a typed id.
pub(super) fn key_result_of<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a KeyResult, Halt> {
    let all: Vec<Named<'a>> = desk.quarter.key_results().map(|(o, kr)| Named::KeyResult(o, kr)).collect();
    match pick::at_desk(desk, &all, typed, words::KEY_RESULT)? {
        Named::KeyResult(_, key_result) => Ok(key_result),
        _ => Err(Halt::usage(words::A_KEY_RESULT_IS_NEEDED_HERE, words::OKR_LIST_KEY_RESULTS)),
    }
}

fn needed(name: &str, text: &str) -> Result<String, Halt> {
    let text = line(name, text)?;
    let empty = || Halt::usage(words::it_cannot_be_empty(name), "");
    if text.is_empty() { Err(empty()) } else { Ok(text) }
}

/// Six letters that no line of the quarter has.
fn fresh_line(desk: &Desk<'_>, seed: &mut Seed) -> LineId {
    let taken = in_quarter(desk.quarter);
    let letters = seed.free_letters(|letters| taken.iter().any(|named| named.id() == letters));
    LineId::new(letters).expect("six letters are an id")
}
