//! What people type behind a verb: `field=value`, texts, dates.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::halt::Halt;
use super::opened::Opened;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::{Day, Looks};
use crate::domain::display::{paragraphs, shortened};
use crate::domain::key_result::KeyResult;
use crate::domain::word::{ClosedList, from_word};
use crate::domain::workspace::Workspace;
use crate::method::fields::{self, Context, Field, FieldError};
use crate::method::library::{self, Metric};
use crate::method::step::Steps;
use crate::words::anywhere;
use crate::words::cli::add as words;

/// A word of a closed list, with help beside each where there is some.
pub(super) fn word_of<T: ClosedList + Send + Sync>(
    help: &'static [&'static str],
) -> impl TypedValueParser<Value = T> {
    let help = help.iter().copied().map(Some).chain(std::iter::repeat(None));
    let words = T::WORDS.iter().zip(help).map(|(word, help)| {
        let word = PossibleValue::new(*word);
        help.into_iter().fold(word, PossibleValue::help)
    });
    PossibleValuesParser::new(words).try_map(|word| from_word(&word).ok_or(word))
}

/// One `field=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assignment {
    name: String,
    value: String,
}

impl Assignment {
    /// Sets a field.
    pub(super) fn new(name: &str, value: &str) -> Self {
        Self { name: name.to_owned(), value: value.to_owned() }
    }

    /// Tells whether it sets or clears that field.
    pub(super) fn is_about(&self, name: &str) -> bool {
        fields::is_name(&self.name, name)
    }

    /// What it sets a field to, if it is about that field and sets it.
    pub(super) fn of(&self, name: &str) -> Option<&str> {
        Some(self.value.trim()).filter(|value| self.name == name && !value.is_empty())
    }
}

/// Reads `field=value` words; `field=` clears the field.
pub(super) fn assignments(words: &[String]) -> Result<Vec<Assignment>, Halt> {
    let read = |word: &String| {
        let (name, value) = word.split_once('=').filter(|(name, _)| !name.trim().is_empty())?;
        Some(Assignment::new(name.trim(), value))
    };
    let wrong = |word: &String| {
        let says = words::is_not_of_the_form_field_value(shortened(word));
        Halt::usage(says, words::QUOTE_A_VALUE_WITH_BLANKS)
    };
    let read: Vec<Assignment> =
        words.iter().map(|word| read(word).ok_or_else(|| wrong(word))).collect::<Result<_, _>>()?;
    let twice = |(at, one): (usize, &Assignment)| read[..at].iter().any(|other| other.name == one.name);
    match read.iter().enumerate().find(|row| twice((row.0, row.1))) {
        Some((_, one)) => Err(Halt::usage(words::is_given_twice(shortened(&one.name)), words::KEEP_ONE)),
        None => Ok(read),
    }
}

/// The metric of the library of a typed id.
pub(super) fn metric(id: &str) -> Result<&'static Metric, Halt> {
    library::metric(id.trim()).ok_or_else(|| {
        let near: Vec<&str> = library::search(id).into_iter().take(3).map(|near| near.id.as_str()).collect();
        let list = words::OKR_LIST_METRICS_WORD_SEARCHES_IT;
        let hint =
            if near.is_empty() { list.to_owned() } else { format!("near: {}; {list}", near.join(", ")) };
        Halt::usage(words::metric_the_library_has_no_metric(shortened(id)), hint)
    })
}

/// What is said where the numbers of a key result keep a unit that its metric of the library is not counted in.
pub(super) fn unit_stays(metric: &Metric, key_result: &KeyResult) -> Option<String> {
    let unit = key_result.measure.unit();
    (!metric.counts_in(unit)).then(|| anywhere::unit_stays(unit, &metric.name, &metric.unit))
}

/// Reads the quarters that a typed link names, so that it can be told whether it leads anywhere.
pub(super) fn read_linked(opened: &mut Opened, words: &[Assignment]) -> Result<(), Halt> {
    let links: Vec<&str> = words.iter().filter_map(|word| word.of("contributes_to")).collect();
    if links.is_empty() {
        return Ok(());
    }
    opened.read_also(|workspace| links.iter().flat_map(|link| workspace.unread_linked(link)).collect())
}

/// The same with the team above named by its id, where its name or the beginning of one was typed.
pub(super) fn meant(workspace: &Workspace, words: &[Assignment]) -> Vec<Assignment> {
    let id = |word: &Assignment| workspace.team_meant(word.of("parent")?).map(ToString::to_string);
    let named =
        |word: &Assignment| id(word).map_or_else(|| word.clone(), |id| Assignment::new("parent", &id));
    words.iter().map(named).collect()
}

/// Writes assignments into a record, the unit first, as numbers are read in it; all that does not fit is said together.
pub(super) fn write<T: Clone>(
    table: &[Field<T>],
    record: &mut T,
    assignments: &[Assignment],
    context: impl Fn(&T) -> Context,
) -> Result<(), Halt> {
    let mut wrong: Vec<FieldError> = Vec::new();
    let (unit, others): (Vec<_>, Vec<_>) = assignments.iter().partition(|word| word.is_about("unit"));
    for Assignment { name, value } in unit.into_iter().chain(others) {
        let context = context(record);
        wrong.extend(fields::set(table, name, record, (value, &context)).err());
    }
    let mut wrong = wrong.into_iter().map(|problem| problem.to_string());
    match wrong.next() {
        None => Ok(()),
        Some(first) => Err(wrong.fold(Halt::usage(first, ""), Halt::with)),
    }
}

/// The days that were typed by another name than their own, as they were understood.
pub(super) fn days(words: &[Assignment], on: impl Into<ReadingDay>) -> Vec<String> {
    let on = on.into();
    words.iter().filter_map(|word| day_meant(&word.name, &word.value, on)).collect()
}

/// The same of one day, by the name of its field or option.
pub(super) fn day_meant(name: &str, typed: &str, on: impl Into<ReadingDay>) -> Option<String> {
    let day = fields::day_typed(name, typed, on)?;
    (day.to_string() != typed.trim()).then(|| format!("{name}: {}", day.long()))
}

/// The fields of a record for the foot of a help: name and what to type, in the words of the method.
pub(super) fn names<T>(table: &[Field<T>]) -> String {
    let rows = table.iter().map(|field| format!("\n  {:<20}{}", field.name, field.hint.of(Steps::METHOD)));
    format!("Fields:{}", rows.collect::<String>())
}

/// A text as one line, not longer than a field takes.
pub(super) fn line(name: &str, typed: &str) -> Result<String, Halt> {
    lines(name, typed).map(|text| fields::one_line(&text))
}

/// A text of one or several lines, not longer than a field takes.
pub(super) fn lines(name: &str, typed: &str) -> Result<String, Halt> {
    match fields::too_long(typed) {
        Some(says) => Err(Halt::usage(format!("{name}: {says}"), "")),
        None => Ok(paragraphs(typed)),
    }
}

/// A text that may be left out; an empty one is left out too.
pub(super) fn maybe_line(name: &str, typed: Option<&str>) -> Result<Option<String>, Halt> {
    let line = typed.map(|typed| line(name, typed)).transpose()?;
    Ok(line.filter(|line| !line.is_empty()))
}

/// Refuses an option that is there without its number: a script with an empty variable must not pass for silence.
pub(super) fn numbers(given: &[(&str, Option<&str>)]) -> Result<(), Halt> {
    match given.iter().find(|(_, typed)| typed.is_some_and(|typed| typed.trim().is_empty())) {
        None => Ok(()),
        Some((name, _)) => Err(number_needed(name)),
    }
}

/// What is said of an option without its number.
pub(super) fn number_needed(name: &str) -> Halt {
    Halt::usage(words::a_number_is_needed(name), words::LEAVE_IT_OUT_WHEN_THERE_IS_NONE)
}

/// A day as people type it.
pub(super) fn day(name: &str, typed: &str, on: impl Into<ReadingDay>) -> Result<Day, Halt> {
    Looks::Ahead.read(typed, on).map_err(|bad| Halt::usage(format!("{name}: {bad}"), ""))
}

/// The same where only a day that is past can be meant.
pub(super) fn past_day(name: &str, typed: &str, on: impl Into<ReadingDay>) -> Result<Day, Halt> {
    Looks::Back.read(typed, on).map_err(|bad| Halt::usage(format!("{name}: {bad}"), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_ends_at_the_first_equals_sign() {
        let words = ["source=a=b".to_owned(), " target = 0.5 %".to_owned(), "due=".to_owned()];
        let expected = [
            Assignment::new("source", "a=b"),
            Assignment::new("target", " 0.5 %"),
            Assignment::new("due", ""),
        ];
        assert_eq!(assignments(&words).unwrap(), expected);
        assert!(assignments(&["target".to_owned()]).is_err());
        assert!(assignments(&["=3".to_owned()]).is_err());
    }

    #[test]
    fn all_that_does_not_fit_is_said_together() {
        let today = Day::new(2027, 2, 11).unwrap();
        let mut cycle = crate::domain::cycle::Cycle::calendar("2027-q1").unwrap();
        let words = [Assignment::new("frist", "mon"), Assignment::new("last", "30 Feb")];
        let halt = write(fields::CYCLE, &mut cycle, &words, |_| Context::plain(today)).unwrap_err();
        assert_eq!(halt.lines.len(), 2, "{:?}", halt.lines);
        assert!(halt.lines[0].contains("did you mean `first`?"), "{:?}", halt.lines);
    }

    #[test]
    fn a_pasted_text_becomes_one_line() {
        assert_eq!(line("text", " a\r\nb\tc ").unwrap(), "a b c");
        assert!(line("text", &"x".repeat(10_000)).is_err());
        assert_eq!(maybe_line("text", Some(" \n")).unwrap(), None);
    }
}
