//! The cycles of a team in a row: which one a name means, and which one comes after another. The calendar is asked only
//! where the cycles of the workspace do not say.

use super::cycle::{Cycle, months_of, part_alone};
use super::day::Day;
use super::id::{CycleId, TeamId, slug};
use super::key_result::KeyResult;
use super::workspace::Workspace;

/// The longest id made from the label of a cycle.
pub const LONGEST_CYCLE_ID: usize = 28;

/// How many days the first and the last of a cycle may lie off those of the calendar, for the calendar to say the next.
const ABOUT: i64 = 14;

/// A name that counts the parts of a year: `2027-Q1`, `FY27-H2`, `Q3 2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CountedName<'a> {
    /// What stands before each of the two numbers.
    before: [&'a str; 2],
    /// The numbers as they are written.
    digits: [&'a str; 2],
    /// Which of the two is the year.
    year_at: usize,
    /// Into how many parts the year is cut.
    parts: u32,
}

impl<'a> CountedName<'a> {
    pub(super) fn read(name: &'a str) -> Option<Self> {
        let (first, rest) = number(name.trim())?;
        let (second, end) = number(rest)?;
        let year_at = match (first.1.len(), second.1.len()) {
            (2 | 4, 1) => 0,
            (1, 2 | 4) => 1,
            _ => return None,
        };
        let (before, digits) = ([first.0, second.0], [first.1, second.1]);
        let name = Self { before, digits, year_at, parts: parts(before[1 - year_at])? };
        (end.is_empty() && (1..=name.parts).contains(&name.part())).then_some(name)
    }

    /// The year, in four digits.
    pub(super) fn year(&self) -> i32 {
        let year: i32 = self.digits[self.year_at].parse().unwrap_or_default();
        if year < 100 { 2000 + year } else { year }
    }

    /// Which part of the year, from 1.
    pub(super) fn part(&self) -> u32 {
        self.digits[1 - self.year_at].parse().unwrap_or_default()
    }

    /// Whether it is a year and a part and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        !self.before[self.year_at].contains(char::is_alphabetic)
    }

    /// Whether it is a quarter and a year in four digits and nothing else, however they are parted.
    pub(super) fn is_quarter_of_calendar(&self) -> bool {
        let plain = self.before.map(|text| text.trim_matches([' ', '-', '/']));
        let is_bare = plain[self.year_at].is_empty() && plain[1 - self.year_at].eq_ignore_ascii_case("q");
        let year = self.digits[self.year_at];
        is_bare && year.len() == 4 && !year.starts_with('0')
    }

    /// How many months such a part has.
    pub(super) fn months(&self) -> u32 {
        12 / self.parts
    }

    fn place(&self) -> i64 {
        i64::from(self.year()) * i64::from(self.parts) + i64::from(self.part()) - 1
    }

    /// Whether two names count the same, however they are parted.
    fn is_like(&self, other: &Self) -> bool {
        let plain =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        self.year_at == other.year_at && self.before.map(plain) == other.before.map(plain)
    }

    /// The name so many parts later.
    fn later(&self, steps: i64) -> Option<String> {
        let (place, parts) = (self.place() + steps, i64::from(self.parts));
        let year = place.div_euclid(parts);
        let mut digits = [String::new(), String::new()];
        digits[self.year_at] = match self.digits[self.year_at].len() {
            2 => format!("{:02}", year.rem_euclid(100)),
            _ => year.to_string(),
        };
        digits[1 - self.year_at] = (place.rem_euclid(parts) + 1).to_string();
        (1970..2200)
            .contains(&year)
            .then(|| format!("{}{}{}{}", self.before[0], digits[0], self.before[1], digits[1]))
    }

    /// The days the calendar gives it.
    fn days(&self) -> Option<(Day, Day)> {
        months_of(self.year(), self.months(), self.part())
    }
}

/// The number of a quarter and its year, where it has one: `Q2`, `Q1 2028`, `2028-Q1`.
pub(super) fn quarter_and_year(text: &str) -> Option<(u32, Option<i32>)> {
    let named = CountedName::read(text).filter(CountedName::is_quarter_of_calendar);
    let named = named.map(|name| (name.part(), Some(name.year())));
    named.or_else(|| Some((part_alone(text)?, None)))
}

/// The first number of a text with what stands before it, and what stands behind.
fn number(text: &str) -> Option<((&str, &str), &str)> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let end = text[at..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| at + end);
    Some(((&text[..at], &text[at..end]), &text[end..]))
}

/// Into how many parts a letter cuts the year: quarters, halves, thirds. It stands by itself or right behind a number.
fn parts(before: &str) -> Option<u32> {
    let mut letters = before.trim_end_matches(['-', ' ']).chars().rev();
    let parts = match letters.next()?.to_ascii_lowercase() {
        'q' => 4,
        'h' => 2,
        't' => 3,
        _ => return None,
    };
    letters.next().is_none_or(|c| !c.is_alphanumeric()).then_some(parts)
}

impl Cycle {
    /// The names it has that count: its label, else its id.
    fn counted(&self) -> Option<CountedName<'_>> {
        CountedName::read(&self.label).or_else(|| CountedName::read(self.id.as_str()))
    }

    fn counted_like(&self, name: &CountedName<'_>) -> Option<CountedName<'_>> {
        let names = [CountedName::read(self.id.as_str()), CountedName::read(&self.label)];
        names.into_iter().flatten().find(|own| own.is_like(name))
    }

    /// The cycle of the same kind so many steps later, named and dated as this one is.
    fn stepped(&self, steps: i64, own: &CountedName<'_>) -> Option<Self> {
        // One with a label that does not count is followed by what its id counts, in capitals as labels are.
        let label = match CountedName::read(&self.label) {
            Some(label) => label.later(steps)?,
            None => own.later(steps)?.to_uppercase(),
        };
        let id = CountedName::read(self.id.as_str()).and_then(|id| id.later(steps));
        let id = CycleId::new(id.or_else(|| slug(&label, LONGEST_CYCLE_ID))?).ok()?;
        let (first, last) = self.days_of(steps, own)?;
        Some(Self { id, label, first, last, kick_off: None, is_unread: false })
    }

    /// The days so many steps later: those of the calendar where this one begins and ends about where its part of the calendar
    /// year does, else those that join on, of as many months or days.
    fn days_of(&self, steps: i64, own: &CountedName<'_>) -> Option<(Day, Day)> {
        let is_near = |one: Day, other: Day| one.days_since(other).abs() <= ABOUT;
        if own.days().is_some_and(|(first, last)| is_near(self.first, first) && is_near(self.last, last)) {
            let name = own.later(steps)?;
            return CountedName::read(&name)?.days();
        }
        let from = if steps > 0 { self.last.plus(1) } else { self.first };
        let ahead = if steps > 0 { steps - 1 } else { steps };
        let months = i64::from(own.months());
        let begins = |ahead: i64| match from.plus_months(ahead * months) {
            Some(day) => day,
            None => from.plus(ahead * self.days()),
        };
        Some((begins(ahead), begins(ahead + 1).plus(-1)))
    }
}

/// The cycles of a workspace as one team looks at them: its own first.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    workspace: &'a Workspace,
    /// The cycles the team has a quarter in, oldest first.
    own: Vec<&'a Cycle>,
}

impl Workspace {
    /// The cycle of that id or label, however it is written: `2027-Q1` also as `Q1 2027`.
    pub fn cycle_called(&self, typed: &str) -> Option<&Cycle> {
        let name = typed.trim().to_lowercase();
        let is_it = |cycle: &&Cycle| cycle.id.as_str() == name || cycle.label.trim().to_lowercase() == name;
        let is_like = |cycle: &&Cycle| {
            let calendar = Cycle::calendar(typed).map(|calendar| calendar.id);
            let own = [&cycle.label, cycle.id.as_str()].map(|own| Cycle::calendar(own).map(|own| own.id));
            calendar.is_some() && own.contains(&calendar)
        };
        self.cycles.values().find(is_it).or_else(|| self.cycles.values().find(is_like))
    }

    /// The same as it is typed on a day: of quarters without a year, `q2`, the one that runs or lies nearest.
    pub fn cycle_typed(&self, typed: &str, today: Day) -> Option<&Cycle> {
        let is_it = |cycle: &&Cycle| {
            let own = cycle.counted().filter(|own| own.parts == 4).map(|own| own.part());
            own.is_some() && own == part_alone(typed)
        };
        let away = |cycle: &&Cycle| cycle.first.days_since(today).max(today.days_since(cycle.last)).max(0);
        self.cycle_called(typed).or_else(|| self.cycles.values().filter(is_it).min_by_key(away))
    }

    /// The cycles in a row as a team has them; without a team, as the workspace has.
    pub fn series<'a>(&'a self, team: Option<&'a TeamId>) -> Series<'a> {
        let own = team.map(|team| self.known_of(team)).unwrap_or_default();
        Series { workspace: self, own: own.into_iter().map(|(_, cycle)| cycle).collect() }
    }

    /// Tells whether the effect of a key result of a team is expected only after its cycle: `effect_quarter` names a later one.
    pub fn pays_back_after(&self, team: &TeamId, cycle: &Cycle, key_result: &KeyResult) -> bool {
        let named = key_result.effect_quarter.as_deref();
        let effect = named.and_then(|named| self.series(Some(team)).meant(named));
        effect.is_some_and(|effect| effect.last > cycle.last)
    }

    /// What people call the cycle that a record of a team names, by its id as a rule: its label, `2027-Q1`; the name as it
    /// stands where no cycle is meant by it.
    #[must_use]
    pub fn cycle_label(&self, team: &TeamId, named: &str) -> String {
        self.series(Some(team)).meant(named).map_or_else(|| named.to_owned(), |cycle| cycle.label)
    }
}

impl Series<'_> {
    /// The cycle that is meant by a name, also one still to come: one of the workspace, else the one that the name counts from
    /// the team's own cycles, else from those of the others, else the quarter of the calendar.
    pub fn meant(&self, typed: &str) -> Option<Cycle> {
        let known = self.workspace.cycle_called(typed).cloned();
        let counted = |name: &str| self.counted(&CountedName::read(name)?);
        let of_calendar = |calendar: Cycle| counted(&calendar.label).or(Some(calendar));
        known.or_else(|| counted(typed)).or_else(|| of_calendar(Cycle::calendar(typed)?))
    }

    /// The same as it is typed on a day: of a quarter without its year, `q2`, the one that runs or comes next.
    pub fn typed(&self, typed: &str, today: Day) -> Option<Cycle> {
        self.meant(typed).or_else(|| self.meant(&Cycle::without_year(typed, today)?.label))
    }

    /// The cycle a name counts from the nearest one that is named alike: the last before it, else the first after it.
    fn counted(&self, name: &CountedName<'_>) -> Option<Cycle> {
        let away = |cycle: &Cycle| Some(name.place() - cycle.counted_like(name)?.place());
        let nearest = |steps: i64| (steps < 0, steps.abs());
        let own = self.own.iter().copied().filter_map(|cycle| Some((cycle, away(cycle)?)));
        let own = own.min_by_key(|(_, steps)| nearest(*steps));
        let all = self.workspace.cycles.values().filter_map(|cycle| Some((cycle, away(cycle)?)));
        let (cycle, steps) = own.or_else(|| all.min_by_key(|(_, steps)| nearest(*steps)))?;
        if steps == 0 { Some(cycle.clone()) } else { cycle.stepped(steps, &cycle.counted_like(name)?) }
    }

    /// The cycle that comes after another: the next by its name, else the next of the team, of the workspace, of the calendar.
    pub fn after(&self, cycle: &Cycle) -> Option<Cycle> {
        let is_after = |other: &&Cycle| other.first > cycle.last;
        let named = cycle.counted().and_then(|name| self.meant(&name.later(1)?));
        let own = || self.own.iter().copied().find(is_after).cloned();
        let all = || self.workspace.cycles.values().filter(is_after).min_by_key(|other| other.first).cloned();
        let named = named.filter(|next| next.first > cycle.first);
        named.or_else(own).or_else(all).or_else(|| self.of_calendar_after(cycle.last))
    }

    /// The first quarter of the calendar after a day, past those whose names the workspace gives to earlier days.
    fn of_calendar_after(&self, day: Day) -> Option<Cycle> {
        let known = |cycle: &Cycle| self.workspace.cycles.get(&cycle.id);
        let mut next = Cycle::after(day)?;
        while known(&next).is_some_and(|known| known.first <= day) {
            next = Cycle::after(next.first)?;
        }
        Some(known(&next).cloned().unwrap_or(next))
    }

    /// The cycle that comes next on a day: after what the team runs or ran last, else after what most teams run.
    pub fn coming(&self, today: Day) -> Option<Cycle> {
        let begun = self.own.iter().copied().filter(|cycle| cycle.first <= today);
        let Some(mut cycle) = latest(begun).or_else(|| self.most_run(today)).cloned() else {
            return self.of_calendar_after(today);
        };
        while cycle.first <= today {
            cycle = self.after(&cycle)?;
        }
        Some(cycle)
    }

    /// The cycle a team opens next: after all it has opened.
    pub fn to_open(&self, today: Day) -> Option<Cycle> {
        latest(self.own.iter().copied()).map_or_else(|| self.coming(today), |last| self.after(last))
    }

    /// The first day of the cycle a team opens next, where the names of its cycles do not count on and none is there yet: only
    /// the team can say what it is called and when it ends.
    pub fn joins_on(&self) -> Option<Day> {
        let last = latest(self.own.iter().copied()).filter(|last| last.counted().is_none())?;
        let is_known = self.workspace.cycles.values().any(|other| other.first > last.last);
        (!is_known).then(|| last.last.plus(1))
    }

    fn most_run(&self, today: Day) -> Option<&Cycle> {
        let all = self.workspace.quarters.keys().chain(&self.workspace.unopened);
        let count = |cycle: &Cycle| all.clone().filter(|key| key.cycle == cycle.id).count();
        let running = self.workspace.cycles.values().filter(|cycle| cycle.contains(today));
        running.max_by_key(|cycle| (count(cycle), cycle.id.clone()))
    }
}

/// The latest of some cycles, of which one whose name counts on goes first.
fn latest<'a>(cycles: impl DoubleEndedIterator<Item = &'a Cycle> + Clone) -> Option<&'a Cycle> {
    let mut backwards = cycles.rev();
    backwards.clone().find(|cycle| cycle.counted().is_some()).or_else(|| backwards.next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::Frame;
    use crate::domain::quarter::{Quarter, QuarterKey};

    /// A label, a first and a last day.
    type Row = (&'static str, &'static str, &'static str);

    fn day(text: &str) -> Day {
        Day::parse(text, Day::new(2026, 12, 10).unwrap()).unwrap()
    }

    /// A workspace in which team `t` has these cycles and others have what is marked so.
    fn workspace(cycles: &[Row]) -> Workspace {
        let mut workspace = Workspace::default();
        for (label, first, last) in cycles {
            let (team, label) = label.strip_prefix("other: ").map_or(("t", *label), |label| ("o", label));
            let id = CycleId::new(slug(label, 28).unwrap()).unwrap();
            let cycle = Cycle {
                label: label.to_owned(),
                first: day(first),
                last: day(last),
                kick_off: None,
                is_unread: false,
                id,
            };
            let key = QuarterKey { team: team.parse().unwrap(), cycle: cycle.id.clone() };
            workspace.quarters.insert(key.clone(), Quarter::new(key, Frame::default()));
            workspace.cycles.insert(cycle.id.clone(), cycle);
        }
        workspace
    }

    fn told(cycle: Option<Cycle>) -> String {
        cycle.map_or_else(String::new, |cycle| {
            format!("{} {} {} {}", cycle.id, cycle.label, cycle.first, cycle.last)
        })
    }

    #[test]
    fn a_name_counts_the_parts_of_a_year() {
        let cases = [
            ("2027-Q1", Some((2027, 1, 3, "2027-Q2"))),
            ("2026-q4", Some((2026, 4, 3, "2027-q1"))),
            ("FY27 Q4", Some((2027, 4, 3, "FY28 Q1"))),
            ("Q3 2027", Some((2027, 3, 3, "Q4 2027"))),
            ("2027-h2", Some((2027, 2, 6, "2028-h1"))),
            ("2027-T3", Some((2027, 3, 4, "2028-T1"))),
            ("FY27Q2", Some((2027, 2, 3, "FY27Q3"))),
            ("spring-2027", None),
            ("2027-q5", None),
            ("2027-q1x", None),
            ("2027", None),
            ("q12027", None),
            ("faq 1 2027", None),
        ];
        for (name, expected) in cases {
            let read = CountedName::read(name);
            let read = read.map(|read| (read.year(), read.part(), read.months(), read.later(1).unwrap()));
            let read = read.as_ref().map(|(year, part, months, next)| (*year, *part, *months, next.as_str()));
            assert_eq!(read, expected, "{name}");
        }
    }

    #[test]
    fn a_name_is_counted_from_the_cycles_of_the_team() {
        let team: TeamId = "t".parse().unwrap();
        let cases: [(&[Row], &str, &str); 11] = [
            (&[], "2027-Q2", "2027-q2 2027-Q2 2027-04-01 2027-06-30"),
            (&[("2027-Q1", "2026-10-01", "2026-12-31")], "2027-q2", "2027-q2 2027-Q2 2027-01-01 2027-03-31"),
            (&[("2027-Q1", "2026-10-01", "2026-12-31")], "2028-q1", "2028-q1 2028-Q1 2027-10-01 2027-12-31"),
            (&[("FY27-Q1", "2026-10-05", "2026-12-31")], "fy27-q3", "fy27-q3 FY27-Q3 2027-04-01 2027-06-30"),
            (&[("2027-H1", "2027-01-01", "2027-06-30")], "2027-h2", "2027-h2 2027-H2 2027-07-01 2027-12-31"),
            (&[("2027-Q1", "2027-01-04", "2027-03-26")], "2027-q2", "2027-q2 2027-Q2 2027-04-01 2027-06-30"),
            (&[("FY27-Q2", "2026-10-05", "2027-01-03")], "fy27-q1", "fy27-q1 FY27-Q1 2026-07-06 2026-10-04"),
            (&[("FY27-Q1", "2027-02-01", "2027-04-30")], "fy27-q2", "fy27-q2 FY27-Q2 2027-05-01 2027-07-31"),
            (&[("FY27-Q1", "2026-12-01", "2027-02-28")], "fy27-q2", "fy27-q2 FY27-Q2 2027-03-01 2027-05-31"),
            (&[("2027-Q2", "2027-05-01", "2027-07-31")], "2027-q1", "2027-q1 2027-Q1 2027-02-01 2027-04-30"),
            (&[("spring", "2027-02-01", "2027-04-30")], "summer", ""),
        ];
        for (cycles, typed, expected) in cases {
            assert_eq!(told(workspace(cycles).series(Some(&team)).meant(typed)), expected, "{typed}");
        }
        let mut renamed = workspace(&[("2027-Q1", "2027-01-01", "2027-03-31")]);
        renamed.cycles.values_mut().for_each(|cycle| cycle.label = "Winter 2027".to_owned());
        let meant = renamed.series(Some(&team)).meant("2027-q2");
        assert_eq!(told(meant), "2027-q2 2027-Q2 2027-04-01 2027-06-30");
        let both = workspace(&[
            ("2027-Q1", "2027-01-01", "2027-03-31"),
            ("other: 2026-Q4", "2026-01-01", "2026-03-31"),
        ]);
        let meant = both.series(Some(&team)).meant("2027-q2");
        assert_eq!(told(meant), "2027-q2 2027-Q2 2027-04-01 2027-06-30");
    }

    #[test]
    fn the_coming_cycle_is_never_one_that_runs() {
        let team: TeamId = "t".parse().unwrap();
        let today = day("2026-12-10");
        let cases: [(&[Row], &str, &str); 6] = [
            (&[], "2027-q1", "2027-q1"),
            (&[("2026-Q4", "2026-10-01", "2026-12-31")], "2027-q1", "2027-q1"),
            (&[("2027-Q1", "2026-10-01", "2026-12-31")], "2027-q2", "2027-q2"),
            (&[("other: 2027-Q1", "2026-10-01", "2026-12-31")], "2027-q2", "2027-q2"),
            (
                &[("2026-H2", "2026-07-01", "2026-12-31"), ("2027-H1", "2027-01-01", "2027-06-30")],
                "2027-h1",
                "2027-h2",
            ),
            (
                &[("2026-Q4", "2026-10-01", "2026-12-31"), ("winter", "2026-11-01", "2027-01-31")],
                "2027-q1",
                "2027-q1",
            ),
        ];
        for (cycles, coming, to_open) in cases {
            let workspace = workspace(cycles);
            let series = workspace.series(Some(&team));
            let id = |cycle: Option<Cycle>| cycle.unwrap().id.to_string();
            assert_eq!(
                (id(series.coming(today)), id(series.to_open(today))),
                (coming.to_owned(), to_open.to_owned())
            );
        }
        let named = |cycles: &[Row]| workspace(cycles).series(Some(&team)).joins_on();
        assert_eq!(named(&[("Cycle 1", "2027-01-18", "2027-02-28")]), Some(day("2027-03-01")));
        assert_eq!(named(&[("2027-Q1", "2027-01-01", "2027-03-31")]), None);
        let known = [("spurt", "2027-01-18", "2027-02-28"), ("other: sprint", "2027-03-01", "2027-04-11")];
        assert_eq!(named(&known), None);
        let plain = workspace(&[
            ("winter", "2026-11-01", "2027-01-31"),
            ("other: spring", "2027-02-01", "2027-04-30"),
        ]);
        assert_eq!(told(plain.series(Some(&team)).coming(today)), "spring spring 2027-02-01 2027-04-30");
    }
}
