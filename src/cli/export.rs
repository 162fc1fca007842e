//! `okr export`: one page, one table, the calendar, or everything.

mod cycle;
mod everything;

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::answer::Answer;
use super::call::{Call, STANDARD};
use super::counting::counted;
use super::halt::{Code, Halt};
use super::opened::{self, Opened};
use super::print;
use crate::domain::decision::Desk;
use crate::method::history::History;
use crate::report::export::{Broken, Form, Pieces, Selection, figures_csv, figures_json};
use crate::report::history::Told;
use crate::report::json;
use crate::store::problem::Problem;
use crate::store::shares::Count;
use crate::store::{Parts, Store, is_record, out};
use crate::words::cli::export as words;
use crate::words::cli::help::sharing as help;
use cycle::OfCycle;
use everything::{Cut, Everything};

/// The most keys that are named one by one.
const NAMED: usize = 3;

#[derive(Debug, Args)]
#[command(about = help::EXPORT, before_help = help::EXPORT_EXAMPLES)]
pub(super) struct Export {
    #[arg(help = help::EXPORT_FORMAT, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[arg(help = help::EXPORT_OUTPUT, short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(help = help::EXPORT_ALL, long)]
    all: bool,
    #[arg(help = help::EXPORT_HISTORY, long, conflicts_with = "all")]
    history: bool,
    #[arg(help = help::EXPORT_FIGURES, long, conflicts_with_all = ["all", "history"])]
    figures: bool,
    #[arg(help = help::EXPORT_TEMPLATES, long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = help::EXPORT_FORMAT_MD)]
    Md,
    #[value(help = help::EXPORT_FORMAT_HTML)]
    Html,
    #[value(help = help::EXPORT_FORMAT_CSV)]
    Csv,
    #[value(help = help::EXPORT_FORMAT_JSON)]
    Json,
    #[value(help = help::EXPORT_FORMAT_ICS)]
    Ics,
}

impl Format {
    /// The form of a page; none where it is none.
    fn page(self) -> Option<Form> {
        match self {
            Self::Md => Some(Form::Markdown),
            Self::Html => Some(Form::Html),
            Self::Csv | Self::Json | Self::Ics => None,
        }
    }

    /// The parts of a file that is written quarter by quarter; none where it is a page or holds everything.
    fn pieces(self) -> Option<Pieces> {
        match self {
            Self::Csv => Some(Pieces::table()),
            Self::Ics => Some(Pieces::calendar()),
            Self::Md | Self::Html | Self::Json => None,
        }
    }
}

impl Export {
    pub(super) fn run(mut self, call: &mut Call) -> Result<Answer, Halt> {
        self.output = self.output.filter(|path| path.as_os_str() != STANDARD);
        if let Some(path) = self.output.as_deref().filter(|path| is_record(path)) {
            return Err(Halt::usage(
                words::is_a_file_of_the_workspace(path.display()),
                words::NAME_ANOTHER_FILE,
            ));
        }
        let format = self.format(call.options.json)?;
        if format == Format::Json && !self.figures && !self.history {
            return self.everything(call);
        }
        if self.all
            && let Some(answer) = self.quarter_by_quarter(format, call)?
        {
            return Ok(answer);
        }
        let opened = if self.all { Self::of_cycle(call)? } else { Opened::of_team(call)? };
        let text = self.text(format, &opened, call)?;
        let answer = match &self.output {
            Some(path) => written(path, &text)?,
            None => Answer::document(text, serde_json::Value::Null),
        };
        Ok(opened.warned(answer))
    }

    /// Writes a whole cycle, of which few quarters are held at a time; none where its text is made of all of them at once.
    fn quarter_by_quarter(&self, format: Format, call: &Call) -> Result<Option<Answer>, Halt> {
        if let Some(form) = format.page().filter(|_| self.templates.is_none()) {
            let of_cycle = Arc::new(OfCycle::of(call)?);
            let write = |count: &Arc<Count>, out: &mut dyn io::Write| of_cycle.write(form, count, out);
            return Ok(Some(self.streamed(of_cycle.store(), write)?.0));
        }
        let Some(pieces) = format.pieces() else { return Ok(None) };
        let of_cycle = OfCycle::of(call)?;
        if format == Format::Ics {
            of_cycle.has_days()?;
        }
        let write = |count: &Arc<Count>, out: &mut dyn io::Write| of_cycle.write_pieces(&pieces, count, out);
        Ok(Some(self.streamed(of_cycle.store(), write)?.0))
    }

    /// The whole text of what is meant.
    fn text(&self, format: Format, opened: &Opened, call: &Call) -> Result<String, Halt> {
        Ok(match format {
            Format::Csv if self.figures => figures_csv(&told(opened, call)?),
            Format::Ics if self.figures => {
                return Err(Halt::usage(words::FIGURES_ARE_NO_MEETINGS, words::FORMAT_MD));
            }
            Format::Json => {
                let figures = Answer::data(String::new(), figures_json(&told(opened, call)?));
                json::text(opened.warned(figures).json)
            }
            Format::Md => self.page(Form::Markdown, &self.selection(opened, call)?)?,
            Format::Html => self.page(Form::Html, &self.selection(opened, call)?)?,
            Format::Csv => self.selection(opened, call)?.csv(),
            Format::Ics => {
                opened.desk(call)?.is_read()?;
                self.selection(opened, call)?.ics()
            }
        })
    }

    /// Writes everything, however much there is.
    fn everything(&self, call: &Call) -> Result<Answer, Halt> {
        let store = opened::store(call)?;
        let everything = Everything::of(&store)?;
        let (answer, problems) = self.streamed(&store, |count, out| everything.write(count, out))?;
        Ok(Self::with_left_out(answer, &problems))
    }

    /// Says which keys that nobody knows are in the files only.
    fn with_left_out(answer: Answer, problems: &[Problem]) -> Answer {
        let unknown = problems.iter().filter(|problem| problem.rule == "unknown-key");
        let named = unknown.clone().take(NAMED).map(|problem| {
            let Problem { line, column, message, .. } = problem;
            words::left_out(format!("{}:{line}:{column}: {message}", problem.file()))
        });
        let answer = named.fold(answer, Answer::say);
        match unknown.count().saturating_sub(NAMED) {
            0 => answer,
            more => answer.say(words::more_are_left_out(more)),
        }
    }

    /// Writes part by part, says what is wrong with the files, and gives it.
    fn streamed(
        &self,
        store: &Store,
        write: impl Fn(&Arc<Count>, &mut dyn io::Write) -> Result<Vec<Problem>, Cut>,
    ) -> Result<(Answer, Vec<Problem>), Halt> {
        let outcome = match &self.output {
            Some(path) => counted(|count| out::put_by(path, |out| write(count, out)))?,
            None if io::stdout().is_terminal() => print::stream(|out| write(&Arc::default(), out)),
            None => counted(|count| print::stream(|out| write(count, out)))?,
        };
        let problems = match outcome {
            Ok(problems) => problems,
            Err(cut) => return Ok((self.cut(cut)?, Vec::new())),
        };
        let answer = self.output.as_deref().map_or(Answer::printed(Code::Fine), told_where);
        Ok((opened::warned(answer, &problems, store.root()), problems))
    }

    fn cut(&self, cut: Cut) -> Result<Answer, Halt> {
        match (cut, &self.output) {
            (Cut::Unread(why), _) => Err(why.into()),
            (Cut::Unwritten(why), Some(path)) => Err(not_written(path, why)),
            // Whoever read has gone, or there is no room: nothing more can be said on stdout.
            (Cut::Unwritten(_), None) => Ok(Answer::printed(Code::NotWritten)),
            (Cut::Stopped, _) => Ok(Answer::printed(Code::Interrupted)),
        }
    }

    /// Reads the quarters of the cycle that is meant, and of others what stands on a page of them: the quarter before, and what
    /// they contribute to.
    fn of_cycle(call: &Call) -> Result<Opened, Halt> {
        let (mut opened, cycle) = Opened::of_cycle(call, Parts::All)?;
        opened.read_also(|workspace| {
            let of_cycle: Vec<_> =
                workspace.quarters_in(&cycle.id).map(|quarter| quarter.key.clone()).collect();
            cycle::shown_with(workspace, &of_cycle)
        })?;
        Ok(opened)
    }

    fn format(&self, as_json: bool) -> Result<Format, Halt> {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        let by_ending = ending.and_then(|ending| Format::from_str(ending, true).ok());
        let wanted = self.format.or(by_ending).or(as_json.then_some(Format::Json));
        wanted.ok_or_else(|| Halt::usage(words::WHICH_FORMAT, words::OKR_EXPORT_FORMAT_MD))
    }

    /// The quarters that are meant, and what they are called together.
    fn selection<'o>(&self, opened: &'o Opened, call: &Call) -> Result<Selection<'o>, Halt> {
        let (workspace, today) = (&opened.workspace, call.today);
        let desk = opened.desk(call)?;
        let key = &desk.quarter.key;
        let name = workspace.team_name(&key.team);
        let told = (self.history || self.figures).then(|| told(opened, call)).transpose()?;
        let (title, keys) = if self.figures {
            (words::history_of(name), Vec::new())
        } else if self.all {
            let of_cycle = workspace.quarters.keys().filter(|other| other.cycle == key.cycle);
            (desk.cycle.label.clone(), of_cycle.cloned().collect())
        } else if self.history {
            let of_team = workspace.past_of(&key.team).into_iter().map(|(quarter, _)| quarter.key.clone());
            (name.to_owned(), of_team.collect())
        } else {
            return Ok(Selection::quarter(desk));
        };
        let desks: Result<Vec<Desk<'o>>, _> =
            keys.iter().map(|key| Desk::at(workspace, key, today)).collect();
        let title = crate::domain::display::visible(&title).into_owned();
        Ok(Selection { desks: desks?, title, today, told })
    }

    /// The page, by the team's own template where there is one of its name.
    fn page(&self, form: Form, selection: &Selection<'_>) -> Result<String, Halt> {
        let own = self.templates.as_ref().map(|folder| folder.join(form.template()));
        let text = own.as_deref().map(template).transpose()?;
        selection.page(form, text.as_deref()).map_err(|broken| {
            let path = own.map(|path| path.display().to_string()).unwrap_or_default();
            refused(&path, &broken)
        })
    }
}

/// The history of the team a command means, as it stands today.
fn told<'o>(opened: &'o Opened, call: &Call) -> Result<Told<'o>, Halt> {
    let (team, today) = (opened.team(call)?, call.today);
    Ok(Told { history: History::of(&opened.workspace, &team.id, today), team, today })
}

fn template(path: &Path) -> Result<String, Halt> {
    std::fs::read_to_string(path)
        .map_err(|why| Halt::usage(format!("{}: {why}", path.display()), words::A_TEMPLATE_IS_A_FILE_OF_TEXT))
}

fn refused(path: &str, broken: &Broken) -> Halt {
    let line = broken.line.map(|line| format!(":{line}")).unwrap_or_default();
    Halt::usage(format!("{path}{line}: {broken}"), words::NOTHING_WAS_WRITTEN)
}

fn written(path: &Path, text: &str) -> Result<Answer, Halt> {
    out::put(path, text).map_err(|why| not_written(path, why))?;
    Ok(told_where(path))
}

fn told_where(path: &Path) -> Answer {
    let said = format!("Written: {}", path.display());
    let json = serde_json::json!({ "written": path.display().to_string() });
    Answer::data(String::new(), json).say(said)
}

fn not_written(path: &Path, why: io::Error) -> Halt {
    Halt::new(Code::NotWritten, out::in_words(path, why), words::NAME_ANOTHER_FILE)
}
