//! What the sentence of a key result fills in before anybody types a field (SET-7): one reading for `okr add kr`, the
//! workbench and whatever else begins a key result.

use crate::coach::better::better;
use crate::coach::draft;
use crate::coach::label::{self, Label};
use crate::coach::rule::{Rule, Scope};
use crate::coach::statement::Statement;
use crate::domain::apart::{Apart, apart};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::{Bound, Direction, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::quantity::{currency, is_rate, lengths, read_in_unit, same_unit, with_unit};
use crate::method::library::{self, Metric};
use crate::words::method::rules as words;

/// What a template of the method leaves open until the team fills it in.
const PLACES: [&str; 6] = [
    words::RAISE_OR_LOWER,
    words::OPEN_METRIC,
    words::OPEN_WHERE,
    words::OPEN_NOW,
    words::OPEN_THEN,
    words::OPEN_DATE,
];

/// The places of a template that still stand open in a sentence, in its own order.
#[must_use]
fn open_places(sentence: &str) -> Vec<&'static str> {
    let mut open: Vec<(usize, &str)> =
        PLACES.iter().filter_map(|place| Some((sentence.find(place)?, *place))).collect();
    open.sort_unstable();
    open.into_iter().map(|(_, place)| place).collect()
}

/// Refuses a sentence with an open place of its template, wherever it comes from: a form, a command, a file.
///
/// # Errors
/// Names what is still open, in a sentence.
pub fn whole(sentence: &str) -> Result<(), String> {
    match open_places(sentence).join(", ") {
        open if open.is_empty() => Ok(()),
        open => Err(words::not_whole_yet(open)),
    }
}

/// The sentence of a key result and the measure it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<'a> {
    title: &'a str,
    today: Day,
    read: Measure,
    difference: Option<String>,
}

impl<'a> Draft<'a> {
    /// Reads a sentence that is meant for a cycle: its days are those of the cycle, its baseline was read today.
    #[must_use]
    pub fn read(title: &'a str, today: Day, cycle: &Cycle) -> Self {
        let statement = Statement::read(title, cycle.reading_day(today));
        let difference = draft::difference(&statement.sentence);
        let mut read = draft::measure(&statement);
        if read.metric.is_none() && read.baseline.or(read.target).or(read.ceiling).is_none() {
            // "Improve sign-in": which way is better hangs on the measure, and none is named.
            read.direction = None;
        }
        // What is made and counted is no measure, and which way it goes says nothing.
        if read.baseline.is_none() && read.unit() != "%" && is_work(&statement) {
            (read.metric, read.direction) = (None, None);
        }
        let is_moved = read.kind == Kind::Change && read.baseline.is_some() && read.target.is_some();
        if let Some(metric) = read.metric.as_deref().filter(|_| is_moved) {
            let known = library::called(metric).map(|metric| metric.direction);
            read.direction = known.or_else(|| better(metric)).or(read.direction);
        }
        Self { title, today, read, difference }
    }

    /// The words its id is made from: the metric, where a number stands beside it, as it outlives numbers and dates.
    #[must_use]
    pub fn name(&self) -> &str {
        self.read.metric.as_deref().filter(|_| self.read.target.is_some()).unwrap_or(self.title)
    }

    /// Fills what the measure of a key result does not say yet. `is_said` names the fields somebody has spoken about, even
    /// if only to clear them. A baseline it fills was read today, as one that is typed. Tells whether anything was filled in.
    pub fn fill(&self, key_result: &mut KeyResult, is_said: impl Fn(&str) -> bool) -> bool {
        let before = key_result.measure.clone();
        let converted = in_unit(&self.read, before.unit());
        draft::fill(&mut key_result.measure, converted.as_ref().unwrap_or(&self.read), &is_said);
        let measure = &mut key_result.measure;
        if measure.baseline.is_some() && before.baseline.is_none() && !is_said("baseline_date") {
            measure.baseline_date = measure.baseline_date.or(Some(self.today));
        }
        key_result.measure != before
    }

    /// Fills the key result with what this sentence says in place of an older one: what that had given goes, what somebody
    /// has changed since stays, and with a number that stays its unit. The questions on the old words that were waived are
    /// asked again. Tells whether anything was filled in.
    pub fn fill_instead(&self, older: &Self, key_result: &mut KeyResult) -> bool {
        let before = key_result.measure.clone();
        older.take_back(&mut key_result.measure);
        let is_filled = self.fill(key_result, |_| false);
        let measure = &mut key_result.measure;
        if measure.baseline == before.baseline {
            measure.baseline_date = before.baseline_date;
        }
        if measure.metric != before.metric {
            measure.metric_id = None;
        }
        // What was asked of the old words and answered with a reason.
        let is_on_words = |id: &String| Rule::named(id).is_some_and(|rule| rule.scope() == Scope::KeyResult);
        key_result.waivers.retain(|id, _| !is_on_words(id));
        is_filled
    }

    /// Clears each field of a measure that still says what the sentence gave it.
    fn take_back(&self, measure: &mut Measure) {
        fn clear<T: PartialEq>(slot: &mut Option<T>, read: Option<&T>) {
            if slot.as_ref() == read {
                *slot = None;
            }
        }
        let read = &self.read;
        clear(&mut measure.metric, read.metric.as_ref());
        clear(&mut measure.aggregation, read.aggregation.as_ref());
        clear(&mut measure.scope, read.scope.as_ref());
        clear(&mut measure.due, read.due.as_ref());
        clear(&mut measure.floor, read.floor.as_ref());
        clear(&mut measure.ceiling, read.ceiling.as_ref());
        clear(&mut measure.direction, read.direction.as_ref());
        if measure.baseline == read.baseline {
            (measure.baseline, measure.baseline_date) = (None, None);
        }
        clear(&mut measure.target, read.target.as_ref());
        let bounds = [measure.target, measure.floor, measure.ceiling];
        if bounds.iter().any(Option::is_some) {
            return;
        }
        if measure.bound == read.bound {
            measure.bound = Bound::Inclusive;
        }
        if measure.baseline.is_none() {
            clear(&mut measure.unit, read.unit.as_ref());
            if measure.kind == read.kind {
                measure.kind = Kind::Change;
            }
        }
    }

    /// What a measure says otherwise than the sentence.
    #[must_use]
    pub fn otherwise(&self, stands: &Measure) -> Vec<Apart> {
        apart(stands, &self.read)
    }

    /// The measure it names, every value as it stands in the sentence.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.read
    }

    /// Tells whether its numbers can be counted in a unit.
    #[must_use]
    pub fn fits(&self, unit: &str) -> bool {
        same_unit(self.read.unit(), unit) || in_unit(&self.read, unit).is_some()
    }

    /// What can stand in the places of a template. Of work only the day is taken: its numbers count what is done.
    fn to_place(&self, by: Day) -> Measure {
        if is_work(&Statement::read(self.title, by)) {
            return Measure { due: self.read.due, ..Measure::default() };
        }
        let is_open = |text: &String| !open_places(text).is_empty();
        Measure { scope: self.read.scope.clone().filter(|scope| !is_open(scope)), ..self.read.clone() }
    }

    /// The sentence of a metric of the library with what was read in its places, as far as it fits there.
    #[must_use]
    pub fn on(&self, metric: &Metric, by: Day) -> String {
        metric.template(&self.to_place(by), by)
    }

    /// The method's sentence for a key result with what was read in its places, and the rest left open.
    #[must_use]
    pub fn template(&self, by: Day) -> String {
        let read = self.to_place(by);
        let Measure { direction, metric, scope, baseline, target, due, .. } = &read;
        let verb = match direction {
            Some(Direction::Increase) => words::RAISE,
            Some(Direction::Decrease) => words::LOWER,
            None => words::RAISE_OR_LOWER,
        };
        let shown = |value: &Option<Number>, open: &str| {
            value.map_or_else(|| open.to_owned(), |value| read.shown(value))
        };
        let (metric, scope) =
            (metric.as_deref().unwrap_or(words::OPEN_METRIC), scope.as_deref().unwrap_or(words::OPEN_WHERE));
        let (now, then) = (shown(baseline, words::OPEN_NOW), shown(target, words::OPEN_THEN));
        words::a_key_result([verb, metric, scope, &now, &then, &due.unwrap_or(by).short(by)])
    }

    /// A measure it filled, in a line: the metric, the way with this arrow, the day.
    #[must_use]
    pub fn words(&self, filled: &Measure, arrow: &str, today: Day) -> String {
        let is_placed = filled.forecast().is_some() || filled.baseline.or(filled.target).is_some();
        let movement = is_placed.then(|| filled.movement(arrow)).or_else(|| self.difference.clone());
        let due = filled.due.map(|due| format!("by {}", due.short(today)));
        let said: Vec<String> = [filled.metric.clone(), movement, due].into_iter().flatten().collect();
        said.join(", ")
    }
}

/// Tells whether a sentence describes work.
fn is_work(statement: &Statement<'_>) -> bool {
    label::key_result(statement, None).judgement.label == Label::Output
}

/// What was read in the unit a measure has, where every number of it is exact there: "from 6 to 3 weeks" where days are counted.
fn in_unit(read: &Measure, unit: &str) -> Option<Measure> {
    if unit.is_empty() || read.unit().is_empty() || same_unit(read.unit(), unit) {
        return None;
    }
    let mut converted = Measure { unit: Some(unit.to_owned()), ..read.clone() };
    if unit.starts_with("per ") && is_noun(read.unit()) {
        return Some(converted);
    }
    let Measure { baseline, target, floor, ceiling, .. } = &mut converted;
    for number in [baseline, target, floor, ceiling].into_iter().flatten() {
        *number = read_in_unit(&with_unit(*number, read.unit()), unit).ok()?;
        if number.decimal().round_dp(3) != number.decimal() {
            return None;
        }
    }
    Some(converted)
}

/// Whether a unit names what is counted and nothing else: "pages" of so many "per shift".
fn is_noun(unit: &str) -> bool {
    let has_scale = lengths(unit, unit).is_some() || currency(&unit.to_lowercase()).is_some();
    !has_scale && !is_rate(unit) && unit.chars().all(|sign| sign.is_alphabetic() || sign == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::KeyResultId;
    use crate::domain::lint::Waiver;

    fn cycle() -> Cycle {
        Cycle::calendar("2027-q1").unwrap()
    }

    #[test]
    fn the_end_of_the_quarter_is_that_of_the_cycle_on_whichever_day_it_is_read() {
        let due = |said: &str, (year, month, day)| {
            let title = format!("Sign-in failures from 2.3 % to 0.5 % by {said}");
            let draft = Draft::read(&title, Day::new(year, month, day).unwrap(), &cycle());
            draft.measure().due.map(|due| due.to_string())
        };
        for today in [(2026, 12, 20), (2027, 2, 10), (2027, 4, 2)] {
            for said in ["quarter end", "the end of the quarter", "EOQ", "Q1", "31 March"] {
                assert_eq!(due(said, today).as_deref(), Some("2027-03-31"), "{said} read on {today:?}");
            }
            assert_eq!(due("year end", today).as_deref(), Some("2027-12-31"), "read on {today:?}");
        }
    }

    #[test]
    fn the_quarter_of_a_cycle_with_days_of_its_own_ends_with_it() {
        let day = |month, day| Day::new(2027, month, day).unwrap();
        let cycle = Cycle { label: "FY27-Q1".to_owned(), first: day(2, 1), last: day(4, 30), ..cycle() };
        let due = |title: &str, today| Draft::read(title, today, &cycle).measure().due;
        for today in [day(1, 10), day(2, 10), day(4, 2), day(5, 3)] {
            for said in ["quarter end", "the end of the quarter", "EOQ", "this quarter", "Q1"] {
                let title = format!("Pages from 9 to 4 by {said}");
                assert_eq!(due(&title, today), Some(day(4, 30)), "{said} read on {today:?}");
            }
        }
        assert_eq!(due("Pages from 9 to 4 by Q2", day(2, 10)), None, "nobody said when that ends");
        assert_eq!(due("Pages from 9 to 4 by 31 March", day(2, 10)), Some(day(3, 31)));
    }

    #[test]
    fn a_quarter_named_as_the_calendar_names_another_is_the_one_of_the_team() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        let fiscal = Cycle {
            label: "2027-Q1".to_owned(),
            first: day(2026, 10, 1),
            last: day(2026, 12, 31),
            ..cycle()
        };
        let half = Cycle { label: "2027-H1".to_owned(), ..fiscal.clone() };
        let half = Cycle { last: day(2027, 3, 31), ..half };
        let due = |cycle: &Cycle, by: &str| {
            Draft::read(&format!("Pages from 9 to 4 {by}"), day(2026, 10, 20), cycle).measure().due
        };
        for by in ["by end of Q1", "in Q1", "by Q1", "by end of 2027-Q1", "in Q1 2027"] {
            assert_eq!(due(&fiscal, by), Some(fiscal.last), "{by}");
        }
        for by in ["by end of H1", "in 2027-H1"] {
            assert_eq!(due(&half, by), Some(half.last), "{by}");
        }
        for by in ["by end of Q2", "by end of 2027-Q2", "in Q4"] {
            assert_eq!(due(&fiscal, by), None, "nobody said when that ends: {by}");
        }
        assert_eq!(due(&cycle(), "by end of Q2"), Some(day(2027, 6, 30)));
        let calendar = Cycle { label: "2027-H1".to_owned(), last: day(2027, 6, 30), ..cycle() };
        assert_eq!(due(&calendar, "by end of Q2"), Some(day(2027, 6, 30)));
        assert_eq!(due(&calendar, "by end of H1"), Some(day(2027, 6, 30)));
    }

    fn filled(title: &str, is_said: impl Fn(&str) -> bool) -> (KeyResult, String) {
        let today = Day::new(2026, 12, 10).unwrap();
        let draft = Draft::read(title, today, &cycle());
        let mut key_result = KeyResult::draft(KeyResultId::new("sign-in").unwrap(), title, 10);
        draft.fill(&mut key_result, is_said);
        let words = draft.words(&key_result.measure, "->", today);
        (key_result, words)
    }

    #[test]
    fn a_sentence_fills_what_it_says_and_nothing_else() {
        let (key_result, words) = filled("Sign-in failures from 2.3 % to 0.5 % by 31 March", |_| false);
        assert_eq!(words, "Sign-in failures, 2.3 % -> 0.5 %, by 31 Mar 2027");
        assert_eq!(key_result.measure.source, None);
        assert_eq!(
            key_result.measure.baseline_date,
            Day::new(2026, 12, 10),
            "a baseline is read on the day it is said"
        );
        let (key_result, words) = filled("Improve sign-in", |_| false);
        assert_eq!((words.as_str(), key_result.measure), ("", Measure::default()));
    }

    #[test]
    fn the_template_holds_what_was_read_and_leaves_the_rest_open() {
        let (today, last) = (Day::new(2026, 12, 10).unwrap(), Day::new(2027, 3, 31).unwrap());
        let template =
            Draft::read("Roll out the canary to all seven services", today, &cycle()).template(last);
        assert_eq!(template, "[raise/lower] [metric] for [where] from [now] to [then] by 31 Mar");
        let template = Draft::read("Reduce lost sign-ins to 10 % by 1 March", today, &cycle()).template(last);
        assert_eq!(template, "Lower lost sign-ins for [where] from [now] to 10 % by 1 Mar");
    }

    #[test]
    fn a_measure_that_is_known_to_be_better_the_other_way_is_asked_about() {
        use crate::domain::measure::Gap;
        for title in [
            "Latency from 100 ms to 300 ms",
            "Raise error rate from 1 % to 3 %",
            "Churn from 0.0 % to 1 %",
            "Uptime 99.9 % -> 99.5 %",
            "CI duration from 15 min to 42 min",
        ] {
            assert_eq!(filled(title, |_| false).0.measure.gaps(), [Gap::WrongWay], "{title}");
        }
        for title in ["Latency from 300 ms to 100 ms", "Uptime 99.5 % -> 99.9 %", "Revenue from 2 to 1 EUR"] {
            assert_eq!(filled(title, |_| false).0.measure.gaps(), [], "{title}");
        }
        let by_hand = filled("Latency from 100 ms to 300 ms", |name| name == "direction").0.measure;
        assert_eq!(by_hand.gaps(), [], "what somebody says of the direction holds");
    }

    #[test]
    fn a_metric_takes_what_was_typed_into_its_places() {
        let (today, last) = (Day::new(2026, 12, 10).unwrap(), Day::new(2027, 3, 31).unwrap());
        let on = |typed: &str| {
            Draft::read(typed, today, &cycle())
                .on(crate::method::library::metric("ci-duration").unwrap(), last)
        };
        for (typed, template) in [
            ("", "Lower CI duration for [where] from [now] min to [then] min by 31 Mar"),
            ("CI from 42 to 15 minutes", "Lower CI duration for [where] from 42 min to 15 min by 31 Mar"),
            (
                "Builds from 2 h to 1 h by 1 March",
                "Lower CI duration for [where] from 120 min to 60 min by 1 Mar",
            ),
            (
                "Hire 6 senior engineers",
                "Lower CI duration for [where] from [now] min to [then] min by 31 Mar",
            ),
            (
                "Lower lead time for [where] from [now] h to [then] h by 1 Mar",
                "Lower CI duration for [where] from [now] min to [then] min by 1 Mar",
            ),
        ] {
            assert_eq!(on(typed), template, "{typed}");
        }
    }

    #[test]
    fn places_of_the_template_are_open_until_they_are_filled_in() {
        let sentence = "Lower CI duration for [where] from [now] min to 15 min [main branch] by 31 Mar";
        assert_eq!(open_places(sentence), ["[where]", "[now]"]);
        assert!(open_places("Lower CI duration [main branch] from 42 min to 15 min by 31 Mar").is_empty());
    }

    #[test]
    fn what_stands_otherwise_than_the_sentence_says_is_found_in_whatever_unit() {
        let (stands, _) = filled("CI duration from 42 min to 15 min by 31 March", |_| false);
        let otherwise = |title: &str| {
            let draft = Draft::read(title, Day::new(2026, 12, 10).unwrap(), &cycle());
            draft.otherwise(&stands.measure).into_iter().map(|row| row.field).collect::<Vec<_>>()
        };
        assert_eq!(otherwise("CI duration from 42 min to 15 min"), [""; 0]);
        assert_eq!(otherwise("CI duration from 0.7 h to 900 s by 31 March"), [""; 0]);
        assert_eq!(otherwise("Build wait from 40 to 15 minutes by 1 March"), ["metric", "baseline", "due"]);
        assert_eq!(otherwise("CI duration from 42 % to 15 %"), ["unit", "baseline", "target"]);
    }

    #[test]
    fn what_is_said_per_month_is_no_number_per_week() {
        let today = Day::new(2026, 12, 10).unwrap();
        let per = |unit: &str, title: &str| {
            let mut key_result = KeyResult::draft(KeyResultId::new("churn").unwrap(), title, 10);
            key_result.measure.unit = Some(unit.to_owned());
            let draft = Draft::read(title, today, &cycle());
            draft.fill(&mut key_result, |name| name == "unit");
            let filled = key_result.measure.clone();
            (key_result.measure.baseline, key_result.measure.target) = (Some(40.into()), Some(10.into()));
            let apart: Vec<_> =
                draft.otherwise(&key_result.measure).into_iter().map(|row| row.field).collect();
            (filled.baseline.is_some(), filled.target.is_some(), apart)
        };
        let apart = || (false, false, vec!["unit", "baseline", "target"]);
        for (unit, said) in [
            ("per week", "per month"),
            ("per week", "a month"),
            ("per week", "/month"),
            ("per week", "each month"),
            ("per week", "every month"),
            ("per week", "monthly"),
            ("per week", "calls per month"),
            ("per day", "per week"),
            ("per shift", "per week"),
            ("per quarter", "a month"),
            ("calls per week", "a month"),
        ] {
            assert_eq!(per(unit, &format!("Churn from 40 to 10 {said}")), apart(), "{unit}: {said}");
        }
        for (unit, said) in [
            ("per week", "per week"),
            ("per week", "a week"),
            ("per week", "weekly"),
            ("per wk", "per week"),
            ("per shift", "pages"),
            ("calls per week", "a week"),
        ] {
            let title = format!("Churn from 40 to 10 {said}");
            assert_eq!(per(unit, &title), (true, true, vec![]), "{unit}: {said}");
        }
    }

    #[test]
    fn a_sentence_said_anew_takes_the_old_figures_away() {
        let today = Day::new(2026, 12, 10).unwrap();
        let anew = |old: &str, new: &str, by_hand: fn(&mut Measure)| {
            let (mut key_result, _) = filled(old, |_| false);
            by_hand(&mut key_result.measure);
            let (older, newer) = (Draft::read(old, today, &cycle()), Draft::read(new, today, &cycle()));
            newer.fill_instead(&older, &mut key_result);
            let apart: Vec<&str> =
                newer.otherwise(&key_result.measure).into_iter().map(|row| row.field).collect();
            (key_result.measure, apart)
        };
        let alone = |new: &str| filled(new, |_| false).0.measure;
        let days = "Time to hire from 60 to 40 days";
        for old in [
            "Hire 6 senior engineers",
            "Roll out tracing to every backend service",
            "Sign-in failures below 2 % by 1 March",
            "Keep error budget between 20 % and 80 %",
            "Keep availability above 99.9 %",
        ] {
            assert_eq!(anew(old, days, |_| ()), (alone(days), vec![]), "{old}");
        }
        let (measure, apart) = anew("Hire 6 senior engineers", days, |measure| {
            (measure.target, measure.source) = (Some(8.into()), Some("list".to_owned()));
        });
        assert_eq!(measure.movement("->"), "? -> 8 engineers", "what was typed keeps its unit");
        assert_eq!(
            (measure.metric.as_deref(), measure.source.as_deref()),
            (Some("Time to hire"), Some("list"))
        );
        assert_eq!(apart, ["unit", "baseline", "target"]);
        let november = Day::new(2026, 11, 20);
        let (measure, _) = anew("CI from 42 to 15 min", "CI from 42 to 12 min", |measure| {
            measure.baseline_date = Day::new(2026, 11, 20);
        });
        assert_eq!((measure.movement("->").as_str(), measure.baseline_date), ("42 min -> 12 min", november));
    }

    #[test]
    fn what_was_waived_of_the_old_words_is_asked_of_the_new() {
        let today = Day::new(2026, 12, 10).unwrap();
        let (old, new) = ("Build the wizard", "Setup time from 3 days to 1 hour");
        let (mut key_result, _) = filled(old, |_| false);
        let waiver = Waiver { reason: "the board wants it".to_owned(), date: today };
        for rule in ["output-verb", "no-source"] {
            key_result.waivers.insert(rule.to_owned(), waiver.clone());
        }
        let (older, newer) = (Draft::read(old, today, &cycle()), Draft::read(new, today, &cycle()));
        newer.fill_instead(&older, &mut key_result);
        assert_eq!(key_result.waivers.keys().collect::<Vec<_>>(), ["no-source"]);
    }

    #[test]
    fn what_the_team_makes_is_counted_and_is_no_metric() {
        for work in ["Train 30 analysts in SQL", "Delete 200 noisy alerts", "Build SSO"] {
            let (key_result, _) = filled(work, |_| false);
            assert_eq!((key_result.measure.metric, key_result.measure.direction), (None, None), "{work}");
            assert_eq!(Draft::read(work, Day::new(2026, 12, 10).unwrap(), &cycle()).name(), work);
        }
    }

    #[test]
    fn what_somebody_has_spoken_about_is_left_alone() {
        let (key_result, _) = filled("Sign-in failures from 2.3 % to 0.5 %", |name| name == "baseline");
        assert_eq!(key_result.measure.baseline, None);
        assert!(key_result.measure.target.is_some());
    }
}
