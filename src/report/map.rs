//! The map in words: what each row says, as text and as JSON. The screen says the same.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::json::record;
use super::list::between::standing_by;
use super::page::Page;
use crate::domain::between::{Asked, Sides};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::display::{first_line, visible};
use crate::domain::frame::Alignment;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;
use crate::method::alignment::{Link, Map, Row, Standing, Sum, What, is_unsettled};
use crate::method::texts::{self, Line, fill};
use crate::words::counted;
use crate::words::report::map as words;

/// The columns a line of the text fits into.
const COLUMNS: usize = 80;

/// What a row says: its words, what stands below them, and whether somebody should look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowText {
    /// The row in a line.
    pub says: String,
    /// What is said with it: a contribution in its sentence, a reason.
    pub below: Option<String>,
    /// Whether something is open: nominal, not linked, not answered, refused.
    pub asks: bool,
}

impl RowText {
    fn plain(says: impl Into<String>) -> Self {
        Self { says: says.into(), below: None, asks: false }
    }
}

/// Says a row on a day.
pub fn said(row: &Row<'_>, workspace: &Workspace, (cycle, today): (&Cycle, Day)) -> RowText {
    match row.what {
        What::Team(team, None) if workspace.is_unread_beside(&team.id, cycle) => {
            RowText::plain(words::not_read_yet(&team.name, word(&team.level)))
        }
        What::Team(team, None) => {
            RowText::plain(words::no_quarter_beside(&team.name, word(&team.level), &cycle.label))
        }
        What::Team(team, Some((quarter, its))) => {
            let other = if its.id == cycle.id { String::new() } else { format!(", {}", its.label) };
            let mut said = RowText::plain(format!("{}  {}{other}", team.name, word(&team.level)));
            aligned(&mut said, quarter);
            said
        }
        What::Objective(_, objective) => RowText::plain(objective.title.clone()),
        What::Link(link) => linked(&link, workspace),
        What::Helped(link) => {
            RowText::plain(format!("{} contributes: {}", name(workspace, link.quarter), link.objective.title))
        }
        What::Waits(asked) => waits(&asked, &words::waits_for(asked.team_name()), today),
        What::Asked(asked) => waits(&asked, &words::who_waits_for_us(name(workspace, asked.quarter)), today),
        What::Among(asked) => {
            let who = words::one_waits_for_another(name(workspace, asked.quarter), asked.team_name());
            waits(&asked, &who, today)
        }
        What::Measured(found) => {
            let whose = name(workspace, found.quarter);
            RowText::plain(words::measured_here(found.key_result.name(), whose))
        }
        What::Waiting => RowText::plain(words::WHO_WAITS_FOR_WHOM),
    }
}

/// What a team is called, or its id where it cannot be read.
fn name<'a>(workspace: &'a Workspace, quarter: &'a Quarter) -> &'a str {
    workspace.team_name(&quarter.key.team)
}

/// NOMINAL beside a team, until it is reworked, kept with a reason, or dropped.
fn aligned(said: &mut RowText, quarter: &Quarter) {
    let alignment = &quarter.frame.alignment;
    let mark = match Standing::of(alignment) {
        Standing::Untested | Standing::Nearer => return,
        Standing::Nominal => {
            said.asks = true;
            texts::line(Line::Nominal).to_owned()
        }
        Standing::Kept => {
            let reason = alignment.reason.as_deref().unwrap_or_default();
            fill(texts::line(Line::NominalKept), &[("reason", &first_line(reason))])
        }
    };
    said.below = Some(mark);
}

fn linked(link: &Link<'_>, workspace: &Workspace) -> RowText {
    let objective = link.objective;
    match (&objective.contributes_to, link.to) {
        (Some(_), Some((quarter, to))) => {
            let whose = name(workspace, quarter);
            let says = match &to.dropped {
                Some(dropped) => {
                    words::contributes_to_what_was_dropped(whose, &to.title, first_line(&dropped.reason))
                }
                None => words::contributes_to(whose, &to.title),
            };
            RowText { says, below: objective.contribution.clone(), asks: to.dropped.is_some() }
        }
        (Some(to), None) => RowText {
            below: objective.contribution.clone(),
            asks: true,
            says: words::contributes_to_which_is_not_there(to),
        },
        (None, _) => unlinked(objective),
    }
}

fn unlinked(objective: &Objective) -> RowText {
    if let Some(reason) = objective.says_why_unlinked() {
        return RowText::plain(words::contributes_to_nothing_above(first_line(reason)));
    }
    RowText { asks: true, ..RowText::plain(words::CONTRIBUTES_TO_NOTHING_ABOVE) }
}

fn waits(asked: &Asked<'_>, who: &str, today: Day) -> RowText {
    let says = format!("{who} ({}): {}", standing_by(asked, today), asked.dependency.need);
    let answer = asked.said().and_then(|answer| answer.says.as_ref());
    let below = answer.map(|says| format!("{}: {says}", asked.team_name()));
    RowText { says, below, asks: is_unsettled(asked) }
}

/// How the two tests came out: "ours: yes, above: partly"; nothing where neither was asked.
pub fn tests(alignment: &Alignment) -> Option<String> {
    let answers = [("ours", alignment.ours), ("above", alignment.above)];
    let said = answers.iter().filter_map(|(which, answer)| Some(format!("{which}: {}", word(&(*answer)?))));
    Some(said.collect::<Vec<_>>().join(", ")).filter(|said| !said.is_empty())
}

/// What the map counts, in a line.
pub fn head(sum: &Sum) -> String {
    let Sum { teams, links, nowhere, unlinked, nominal, waiting, unsettled } = *sum;
    let mut parts = vec![counted::TEAMS.of(teams), counted::LINKS.of(links)];
    let counts = [(nowhere, words::LEADING_NOWHERE), (unlinked, words::WITHOUT_A_LINK), (nominal, "nominal")];
    for (count, words) in counts {
        parts.extend((count > 0).then(|| format!("{count} {words}")));
    }
    if waiting > 0 {
        parts.push(counted::DEPENDENCIES.of(waiting));
        parts.extend((unsettled > 0).then(|| words::of_them_open(unsettled)));
    }
    parts.join(", ")
}

/// The same where there is little room: what somebody should look at.
pub fn brief(sum: &Sum) -> String {
    let parts = [
        (sum.nominal, "nominal"),
        (sum.nowhere, words::LEADING_NOWHERE),
        (sum.unlinked, "unlinked"),
        (sum.unsettled, words::TO_SETTLE),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}"));
    let said = said.collect::<Vec<_>>().join(", ");
    match said.is_empty() {
        true if sum.links + sum.waiting == 0 => words::NO_LINKS_YET.to_owned(),
        true => words::ALL_SETTLED.to_owned(),
        false => said,
    }
}

/// The whole map as plain text, no line longer than 80 columns.
pub fn text(workspace: &Workspace, map: &Map<'_>, today: Day) -> String {
    let mut page = Page::default();
    put(&mut page, 0, &words::map_of(&map.cycle.label, head(&map.sum())));
    for row in &map.rows {
        let said = said(row, workspace, (map.cycle, today));
        if row.depth == 0 {
            page.gap();
        }
        let sign = if said.asks { "! " } else { "" };
        put(&mut page, usize::from(row.depth) * 2, &format!("{sign}{}", said.says));
        if let Some(below) = &said.below {
            put(&mut page, usize::from(row.depth) * 2 + 2, below);
        }
    }
    page.into_text()
}

/// Puts words on the page, moved in and broken at blanks.
fn put(page: &mut Page, indent: usize, words: &str) {
    let (blanks, room) = (" ".repeat(indent), COLUMNS.saturating_sub(indent).max(20));
    let mut line = String::new();
    for word in visible(words).split_whitespace() {
        if !line.is_empty() && line.width() + 1 + word.width() > room {
            page.line(&format!("{blanks}{line}"));
            line.clear();
            line.push_str("  ");
        }
        if !line.trim().is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    page.line(&format!("{blanks}{line}"));
}

/// The same for machines: teams with their links, and every dependency with both sides.
pub fn json(map: &Map<'_>) -> Value {
    let teams = map.rows.iter().filter_map(|row| match row.what {
        What::Team(team, beside) => Some(team_json(team, beside.map(|(quarter, _)| quarter))),
        _ => None,
    });
    let links = map.rows.iter().filter_map(|row| match row.what {
        What::Link(link) => Some(link_json(&link)),
        _ => None,
    });
    let asked = map.rows.iter().filter_map(|row| match row.what {
        What::Among(asked) => Some(asked_json(&asked)),
        _ => None,
    });
    let measured = map.rows.iter().filter_map(|row| match row.what {
        What::Measured(found) => Some(json!({
            "team": found.quarter.key.team.as_str(), "key_result": found.key_result.id.as_str(),
            "measured_at": found.key_result.measured_at,
        })),
        _ => None,
    });
    json!({
        "cycle": map.cycle.id.as_str(),
        "teams": teams.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "dependencies": asked.collect::<Vec<_>>(),
        "measured": measured.collect::<Vec<_>>(),
    })
}

fn team_json(team: &Team, quarter: Option<&Quarter>) -> Value {
    let alignment = quarter.map(|quarter| &quarter.frame.alignment);
    json!({
        "team": team.id.as_str(), "name": team.name, "level": word(&team.level),
        "parent": team.parent.as_ref().map(crate::domain::id::TeamId::as_str),
        "cycle": quarter.map(|quarter| quarter.key.cycle.as_str()),
        "alignment": alignment.map(record),
        "nominal": alignment.is_some_and(Alignment::is_nominal),
    })
}

fn link_json(link: &Link<'_>) -> Value {
    let objective = link.objective;
    json!({
        "team": link.quarter.key.team.as_str(), "objective": objective.id.as_str(),
        "contributes_to": objective.contributes_to, "is_there": link.to.is_some(),
        "contribution": objective.contribution, "alternative": objective.alternative,
        "no_link": objective.no_link,
    })
}

fn asked_json(asked: &Asked<'_>) -> Value {
    let sides = match asked.sides() {
        Sides::Agree => "agree",
        Sides::Unanswered => "unanswered",
        Sides::Differ => "differ",
    };
    json!({
        "asked": asked.path(), "team": asked.quarter.key.team.as_str(),
        "key_result": asked.key_result.id.as_str(),
        "of": asked.team.map(|team| team.id.as_str()),
        "dependency": record(asked.dependency), "answer": asked.said().map(record),
        "state": word(&asked.state()), "by": asked.by().map(|day| day.to_string()), "sides": sides,
    })
}
