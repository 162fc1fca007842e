//! `okr add`: objectives, key results, and the lines that stand beside them.

use clap::{Args, Subcommand};

mod reply;
mod under;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::pick;
use super::typed::{self, Assignment, assignments, line, names};
use crate::domain::change::{Change, Record};
use crate::domain::decision::{self, Desk, List};
use crate::domain::effort::EffortPhase;
use crate::domain::id::{LineId, TeamId, slug};
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::named::{Named, in_quarter};
use crate::domain::objective::Objective;
use crate::domain::quarter::Phase;
use crate::domain::seed::Seed;
use crate::domain::team::{Team, Turn};
use crate::domain::word::from_word;
use crate::method::draft::Draft;
use crate::method::fields::{self, Context, Field};
use crate::report::json;
use crate::words::cli::add as words;

/// Adds an objective, a key result, or a line beside them; prints its id.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr add objective \"Sign-in people can rely on\" why_now=\"support drowns in it\"
  okr add kr sign-in \"Sign-in failures from 2.3 % to 0.5 % by 31 March\" source=\"edge logs\"
  okr add kr speed \"CI from 42 to 15 minutes\" --metric ci-duration     okr list metrics ci
  okr add assumption sign-in \"the provider keeps its API\" noticed_by=\"change log\"
  okr add negotiation sign-in above \"cover checkout too\" outcome=\"no: sign-in comes first\"
  okr add dependency sign-in-failures Identity \"a date for the rollover\" by=2027-01-20
  okr --team identity add answer k3f9q2 agreed \"with the next release\" by=2027-01-25
  okr add was payments merged checkout --date 2027-04-01     its history is read on as ours
  okr add effort \"Refine\" minutes=35 people=6 phase=setting
  okr add not-now \"new billing page\"")]
pub(super) struct Add {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// An objective: what we are trying to achieve, in words, without a number
    #[command(visible_alias = "o", after_help = names(fields::OBJECTIVE))]
    Objective(Titled),
    /// A key result: how we will know we achieved it
    #[command(visible_alias = "key-result", after_help = names(fields::KEY_RESULT))]
    Kr(Measured),
    /// An assumption of an objective: what we take for granted
    #[command(after_help = names(fields::ASSUMPTION))]
    Assumption(Under),
    /// A change of an objective that was asked from above or below, and what came of it
    #[command(after_help = names(fields::NEGOTIATION))]
    Negotiation(FromSide),
    /// An initiative of a key result: how we go about it
    #[command(after_help = names(fields::INITIATIVE))]
    Initiative(Under),
    /// A dependency of a key result: what another team must do
    #[command(after_help = names(fields::DEPENDENCY))]
    Dependency(Need),
    /// Our answer to a team that asks us for something: agreed, refused, worked-around or open
    #[command(after_help = names(fields::ANSWER))]
    Answer(Reply),
    /// A line of the not-now list: what we say no to, by name
    #[command(after_help = names(fields::LIST_LINE))]
    NotNow(Dated),
    /// A line of the keep-running list: what simply goes on
    #[command(after_help = names(fields::LIST_LINE))]
    KeepRunning(Dated),
    /// A reason of the pre-mortem: why nothing might have moved on the last day
    #[command(after_help = names(fields::LIST_LINE))]
    PreMortem(Dated),
    /// A line of the parking lot, which the retrospective empties
    #[command(after_help = names(fields::LIST_LINE))]
    ParkingLot(Dated),
    /// A line of the delivery list: work with a date, unscored
    #[command(after_help = names(fields::DELIVERY))]
    Delivery(Dated),
    /// An entry of the effort ledger
    #[command(after_help = names(fields::EFFORT))]
    Effort(Titled),
    /// A team
    #[command(after_help = names(fields::TEAM))]
    Team(Titled),
    /// What a team was before: renamed NAME, merged TEAM (which it took in), or moved TEAM (which was above it)
    Was(Turned),
}

#[derive(Debug, Args)]
struct Titled {
    /// Its sentence or name
    #[arg(allow_hyphen_values = true)]
    text: String,
    /// Fields by name, such as `source="edge logs"`; all are named below
    #[arg(value_name = "FIELD=VALUE")]
    fields: Vec<String>,
}

#[derive(Debug, Args)]
struct Under {
    /// What it stands under: the id of an objective or key result
    id: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct Measured {
    #[command(flatten)]
    under: Under,
    /// A metric of the library by its id: it fills what is measured, how, in which unit, and which way is better
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
}

#[derive(Debug, Args)]
struct Need {
    /// The key result that waits
    id: String,
    /// The team that must do it, by name
    #[arg(value_name = "TEAM")]
    from: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct FromSide {
    /// The objective that was to change
    id: String,
    /// above or below
    #[arg(value_name = "SIDE")]
    from: String,
    #[command(flatten)]
    titled: Titled,
}

#[derive(Debug, Args)]
struct Reply {
    /// What is asked of us: its id or a unique beginning; `okr list asked` shows them
    id: String,
    /// agreed, refused, worked-around or open
    #[arg(value_name = "ANSWER")]
    state: String,
    /// What comes, or why not, in a line; and fields by name, such as `by=2027-02-01`
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    words: Vec<String>,
}

#[derive(Debug, Args)]
struct Turned {
    /// The team, by name, id or a unique beginning
    id: String,
    /// renamed, merged or moved
    #[arg(value_name = "TURN")]
    turn: String,
    /// The former name, the team that was taken in, or the team that was above it
    what: String,
    /// The day from which it was so no more
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    date: Option<String>,
}

#[derive(Debug, Args)]
struct Dated {
    #[command(flatten)]
    titled: Titled,
    /// By when, such as 2027-03-31, mon or +2w
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    due: Option<String>,
}

/// A change, the id of what it makes, and what was read from its sentence.
struct Made {
    change: Change,
    id: String,
    read: Option<Read>,
}

/// A measure as a sentence filled it in, and the same in a line.
struct Read {
    measure: Measure,
    says: String,
}

impl From<(Change, String)> for Made {
    fn from((change, id): (Change, String)) -> Self {
        Self { change, id, read: None }
    }
}

impl Add {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        if let What::Team(titled) = &self.what {
            let made = team(&opened, titled, call)?;
            opened.save(&made.change)?;
            return Ok(Answer::saved(&made.change.sentence, None).with_id(&made.id));
        }
        if let What::Was(turned) = &self.what {
            let change = was(&opened, turned, call)?;
            opened.save(&change)?;
            return Ok(Answer::saved(&change.sentence, None));
        }
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let made = self.what.make(&desk, call)?;
        opened.save(&made.change)?;
        let answer = Answer::saved(&made.change.sentence, Some(&key)).with_id(&made.id);
        Ok(match &made.read {
            Some(read) => {
                answer.say(format!("read: {}", read.says)).with("read", json::record(&read.measure))
            }
            None => answer,
        })
    }
}

impl What {
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
            // A team stands in no quarter; it is made before one is looked for.
            Self::Team(_) | Self::Was(_) => {
                Err(Halt::usage(words::A_TEAM_STANDS_ABOVE_THE_QUARTERS, words::OKR_ADD_TEAM_NAME))
            }
        }
    }
}

/// Writes the fields into the record a change makes.
fn fill<T>(
    record: &mut T,
    table: &[Field<T>],
    words: &[String],
    context: impl Fn(&T) -> Context,
) -> Result<(), Halt> {
    typed::write(table, record, &assignments(words)?, context)
}

fn objective(desk: &Desk<'_>, titled: &Titled, seed: &mut Seed) -> Result<Made, Halt> {
    let (mut change, id) = desk.add_objective(&line("objective", &titled.text)?, seed)?;
    if let Some(Record::Objective(objective)) = change.made() {
        fill(objective, fields::OBJECTIVE, &titled.fields, |_| Context::plain(desk.today))?;
    }
    Ok((change, id.to_string()).into())
}

fn key_result(desk: &Desk<'_>, under: &Under, metric: Option<&str>, seed: &mut Seed) -> Result<Made, Halt> {
    let objective = objective_of(desk, &under.id)?;
    let title = line(words::KEY_RESULT, &under.titled.text)?;
    let mut words = vec![Assignment::new("title", &title)];
    words.extend(metric.map(typed::of_metric).transpose()?.unwrap_or_default());
    words.extend(assignments(&under.titled.fields)?);
    let draft = Draft::read(&title, desk.today);
    let given = words.iter().rev().find_map(|word| word.of("metric")).filter(|_| !title.is_empty());
    let (mut change, id) = desk.add_key_result(&objective.id, given.unwrap_or(draft.name()), seed)?;
    let mut read = None;
    if let Some(Record::KeyResult(key_result)) = change.made() {
        let context = |kr: &KeyResult| Context::of(kr, desk.today);
        typed::write(fields::KEY_RESULT, key_result, &words, context)?;
        if draft.fill(key_result, |name| words.iter().any(|word| word.is_about(name))) {
            let measure = key_result.measure.clone();
            read = Some(Read { says: draft.words(&measure, "->", desk.today), measure });
        }
    }
    Ok(Made { change, id: id.to_string(), read })
}

fn list_line(desk: &Desk<'_>, kind: List, dated: &Dated, seed: &mut Seed) -> Result<Made, Halt> {
    let due = dated.due.as_deref().map(|due| typed::day("due", due, desk.today)).transpose()?;
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
            fill(line, fields::LIST_LINE, words, |_| Context::plain(desk.today))?;
            id = line.id.to_string();
        } else if let Some(delivery) = frame.delivery.last_mut() {
            fill(delivery, fields::DELIVERY, words, |_| Context::plain(desk.today))?;
            id = delivery.id.to_string();
        }
    }
    Ok((change, id).into())
}

fn effort(desk: &Desk<'_>, titled: &Titled, seed: &mut Seed) -> Result<Made, Halt> {
    let phase = match desk.quarter.phase(desk.cycle, desk.today) {
        Phase::Setting => EffortPhase::Setting,
        Phase::CheckIns => EffortPhase::CheckIns,
        Phase::Scoring => EffortPhase::Scoring,
        Phase::Retrospective | Phase::Closed => EffortPhase::Retrospective,
    };
    let mut effort = desk.effort(&line("effort", &titled.text)?, phase, seed)?;
    fill(&mut effort, fields::EFFORT, &titled.fields, |_| Context::plain(desk.today))?;
    let id = effort.id.to_string();
    Ok((desk.put_effort(effort)?, id).into())
}

fn team(opened: &Opened, titled: &Titled, call: &mut Call) -> Result<Made, Halt> {
    let name = line("team", &titled.text)?;
    let mut team = new_team(&name, &mut call.seed);
    fill(&mut team, fields::TEAM, &titled.fields, |_| Context::plain(call.today))?;
    let id = team.id.to_string();
    Ok((decision::add_team(&opened.workspace, team)?, id).into())
}

/// Writes down what a team was before.
fn was(opened: &Opened, turned: &Turned, call: &Call) -> Result<Change, Halt> {
    const TURNS: &str = words::RENAMED_MERGED_OR_MOVED;
    let turn: Turn = from_word(&turned.turn)
        .ok_or_else(|| Halt::usage(words::is_none_of(pick::shortened(&turned.turn), TURNS), ""))?;
    let team = pick::typed_team(&opened.workspace, &turned.id)?;
    let what = needed(words::WHAT_IT_WAS, &turned.what)?;
    let date = turned.date.as_deref().map(|date| typed::day("date", date, call.today)).transpose()?;
    Ok(decision::record_was(&opened.workspace, &team.id, (turn, &what, date))?)
}

/// A team of that name: its id is a word of the name, or six letters when it has none.
pub(super) fn new_team(name: &str, seed: &mut Seed) -> Team {
    const LONGEST: usize = 28;
    let id = slug(name, LONGEST).unwrap_or_else(|| seed.letters());
    Team::named(TeamId::new(id).expect("a slug and six letters are ids"), name)
}

/// The objective of a typed id.
pub(super) fn objective_of<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a Objective, Halt> {
    let all: Vec<Named<'a>> = desk.quarter.objectives.iter().map(Named::Objective).collect();
    match pick::one(&all, typed, "objective")? {
        Named::Objective(objective) => Ok(objective),
        _ => Err(Halt::usage(words::AN_OBJECTIVE_IS_NEEDED_HERE, words::OKR_LIST_OBJECTIVES)),
    }
}

/// The key result of a typed id.
pub(super) fn key_result_of<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a KeyResult, Halt> {
    let all: Vec<Named<'a>> = desk.quarter.key_results().map(|(o, kr)| Named::KeyResult(o, kr)).collect();
    match pick::one(&all, typed, words::KEY_RESULT)? {
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
    loop {
        let letters = seed.letters();
        if !taken.iter().any(|named| named.id() == letters) {
            return LineId::new(letters).expect("six letters are an id");
        }
    }
}
