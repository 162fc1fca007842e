//! One record with all that is known about it.

use serde_json::{Map, Value, json};

use super::json::record;
use super::list::{between, retrospective};
use super::page::Page;
use crate::domain::check_in::{Action, CheckIn, Sitting, SittingKind};
use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::key_result::{KeyResult, LightState};
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::named::Named;
use crate::domain::objective::Objective;
use crate::domain::quantity::with_unit;
use crate::domain::scoring::Outcome;
use crate::domain::team::{Turn, Was};
use crate::domain::word::word;
use crate::method::check_ins::Rounds;
use crate::method::fields::{self, Field, Input, NumberOf};
use crate::method::hand_over;
use crate::method::outside_view;
use crate::method::waivers;
use crate::words::anywhere;
use crate::words::report::shown as words;

/// What `okr show` says about one thing; `desk` is the quarter it stands in, if it stands in one.
pub fn text(named: Named<'_>, desk: Option<&Desk<'_>>) -> String {
    let mut page = Page::default();
    let under = named.under().map(|under| format!(", under {under}")).unwrap_or_default();
    page.line(&format!("{}  ({}{under})", named.id(), named.kind()));
    if !named.title().is_empty() {
        page.line(named.title());
    }
    if let Some(desk) = desk {
        stand(&mut page, named, desk);
    }
    page.gap();
    match (named, desk) {
        (Named::Sitting(sitting), Some(desk)) => {
            rows(&mut page, Named::Sitting(&Rounds::at(desk).seen(sitting)));
        }
        _ => rows(&mut page, named),
    }
    page.into_text()
}

/// The lines that say where a record stands.
fn stand(page: &mut Page, named: Named<'_>, desk: &Desk<'_>) {
    match named {
        Named::Objective(objective) => stand_of_objective(page, objective, desk),
        Named::KeyResult(_, key_result) => stand_of_key_result(page, key_result, desk),
        Named::Assumption(objective, assumption) => {
            let came = hand_over::came_out(desk.quarter, objective, assumption);
            if let Some(came) = came.filter(|_| came != assumption.state) {
                page.line(&words::the_retrospective_said(word(&came)));
            }
        }
        Named::Quarter(quarter) => {
            page.line(&format!("{} · {}", quarter.key.team, desk.cycle.label));
            page.line(&format!("phase: {}", quarter.phase(desk.cycle, desk.today).word()));
            if let Some(line) = waivers::line(quarter) {
                page.line(&line);
            }
            waived(page, &quarter.frame.waivers, desk);
            beside(page, desk);
        }
        _ => {}
    }
}

fn stand_of_objective(page: &mut Page, objective: &Objective, desk: &Desk<'_>) {
    if let Some(dropped) = &objective.dropped {
        page.lines(&anywhere::dropped_on(dropped.date, &dropped.reason));
    }
    for (old, new) in objective.rewordings() {
        page.line(&anywhere::said_until(&old.title, new.date.short(desk.today), &new.reason));
    }
    if let Some(said) = &objective.mid_quarter {
        page.line(&anywhere::at_mid_quarter(said.date.short(desk.today), said.says()));
    }
    waived(page, &objective.waivers, desk);
    if let Some(score) = desk.quarter.objective_score(objective) {
        page.line(&words::the_mean_of_its_scored_key_results(score));
    }
    for key_result in &objective.key_results {
        page.line(&format!("  {}  {}", key_result.id, line(key_result, desk)));
    }
}

/// A key result in one line: name, movement, and where it stands.
pub fn line(key_result: &KeyResult, desk: &Desk<'_>) -> String {
    let movement = since(key_result.committed_measure().movement(ARROW), key_result, desk);
    format!("{}  {movement}  {}", key_result.name(), standing(key_result, desk))
}

/// The way it was committed to go, by which it is scored, told as `committed`; where it was revised since, that too.
fn since(committed: String, key_result: &KeyResult, desk: &Desk<'_>) -> String {
    match key_result.revised_to(ARROW, desk.today) {
        Some(now) => format!("{committed} ({})", anywhere::since_revised_to(now)),
        None => committed,
    }
}

fn standing(key_result: &KeyResult, desk: &Desk<'_>) -> String {
    let progress = desk.quarter.progress(key_result);
    let beside = |scored: String| [scored].into_iter().chain(progress.away()).collect::<Vec<_>>().join(", ");
    match desk.quarter.outcome(key_result) {
        Outcome::Scored(score) => beside(words::scored(score)),
        Outcome::Provisional(score) => beside(words::scored_provisionally(score)),
        Outcome::Dropped => "dropped".to_owned(),
        Outcome::ReadsLater => anywhere::READS_LATER.to_owned(),
        Outcome::ToFindOut => words::WAITS_BESIDE_THE_SET.to_owned(),
        Outcome::Draft | Outcome::Open => progress.to_string(),
    }
}

fn stand_of_key_result(page: &mut Page, key_result: &KeyResult, desk: &Desk<'_>) {
    let committed = key_result.committed_measure();
    let due = desk.due(key_result).map(|due| format!(" {}", anywhere::by(due.short(desk.today))));
    let due = due.unwrap_or_default();
    let way = since(format!("{}{due}", committed.movement(ARROW)), key_result, desk);
    page.line(&format!("{way}, {}", standing(key_result, desk)));
    if let Some(dropped) = &key_result.dropped {
        page.lines(&anywhere::dropped_on(dropped.date, &dropped.reason));
    }
    last_said(page, key_result, desk);
    let lights = key_result.lights().map(|light| format!("{} {}", light.property.word(), lit(light.state)));
    page.line(&lights.join(" · "));
    let gaps: Vec<String> = key_result.gaps().iter().map(ToString::to_string).collect();
    if !gaps.is_empty() {
        page.line(&words::before_it_can_be_committed(gaps.join(", ")));
    }
    if !key_result.is_committed() {
        let before = outside_view::lines(desk.workspace, &desk.quarter.key, key_result, ARROW);
        for line in before {
            page.line(&line);
        }
    }
    for dependency in &key_result.dependencies {
        let asked = desk.workspace.asked(desk.quarter, key_result, dependency);
        let by = between::by(&asked, desk.today);
        let stands = between::standing(&asked);
        page.line(&words::waits_for(
            desk.workspace.name_of(&dependency.team),
            &dependency.need,
            &by,
            &stands,
        ));
    }
    waived(page, &key_result.waivers, desk);
}

/// What other teams ask of this one, and which of their key results are measured here.
fn beside(page: &mut Page, desk: &Desk<'_>) {
    for asked in desk.workspace.asked_of(desk.quarter) {
        let (team, by) = (&asked.quarter.key.team, between::by(&asked, desk.today));
        page.line(&format!("{team} asks: {}{by}, {}", asked.dependency.need, between::standing(&asked)));
    }
    for line in between::measured_lines(desk) {
        page.line(&words::measured_here(&line));
    }
}

/// What a team was before, in a line: "until 2027-04-01 called Billing".
pub fn turn_words(was: &Was) -> String {
    let (what, date) = (&was.what, was.date);
    match (was.turn, date) {
        (Turn::Renamed, Some(date)) => words::until_called(date, what),
        (Turn::Renamed, None) => words::once_called(what),
        (Turn::Merged, Some(date)) => words::took_in_on(what, date),
        (Turn::Merged, None) => words::took_in(what),
        (Turn::Moved, Some(date)) => words::until_below(date, what),
        (Turn::Moved, None) => words::once_below(what),
    }
}

/// The last that was said about it, its votes only once they are shown; and what waits hidden.
fn last_said(page: &mut Page, key_result: &KeyResult, desk: &Desk<'_>) {
    let rounds = Rounds::at(desk);
    let is_vote = |entry: &CheckIn| entry.without_vote().is_empty();
    let all = desk.quarter.check_ins(&key_result.id);
    let last = all.filter(|(sitting, entry)| rounds.counts(sitting, entry) || !is_vote(entry)).last();
    if let Some((sitting, said)) = last {
        // One of several who voted alone is no figure: the median is that of the round.
        let is_voted = rounds.counts(sitting, said) && !said.confidence.is_empty();
        let seen = rounds.seen(sitting);
        let entry = seen.said_of(&key_result.id);
        let read = entry.and_then(|entry| entry.reading).map(|value| key_result.measure.shown(value));
        let median = is_voted.then(|| rounds.median_with(sitting, &key_result.id)).flatten();
        let confidence = median.map(crate::words::check_ins::confidence);
        let said: Vec<String> = read.into_iter().chain(confidence).collect();
        let colon = if said.is_empty() { "" } else { ": " };
        let date = sitting.date.short(desk.today);
        let said_on = match sitting.kind {
            SittingKind::Opening => words::opening_vote_on,
            SittingKind::CheckIn => words::last_check_in_on,
        };
        page.line(&said_on(&date, colon, &said.join(", ")));
    }
    if let Some(words) = rounds.now(&key_result.id, desk.today).hidden_words(desk.people()) {
        page.line(&words);
    }
}

/// The questions that were waived, each with its reason.
fn waived(page: &mut Page, waivers: &Waivers, desk: &Desk<'_>) {
    for (rule, Waiver { reason, date }) in waivers {
        page.line(&anywhere::waived_on(rule, date.short(desk.today), reason));
    }
}

fn lit(state: LightState) -> &'static str {
    match state {
        LightState::On => "yes",
        LightState::Off => "no",
        LightState::Ask => words::ASK_THE_ROOM,
    }
}

/// What can be typed about it: what is set, then the names of what is not.
fn rows(page: &mut Page, named: Named<'_>) {
    match named {
        Named::Objective(objective) => typed(page, fields::OBJECTIVE, objective),
        Named::KeyResult(_, key_result) => {
            typed_in(page, fields::KEY_RESULT, key_result, |of| of.unit(key_result));
        }
        Named::Assumption(_, assumption) => typed(page, fields::ASSUMPTION, assumption),
        Named::Negotiation(_, negotiation) => typed(page, fields::NEGOTIATION, negotiation),
        Named::Dependency(_, dependency) => typed(page, fields::DEPENDENCY, dependency),
        Named::Initiative(_, initiative) => typed(page, fields::INITIATIVE, initiative),
        Named::Line(_, line) => typed(page, fields::LIST_LINE, line),
        Named::Delivery(delivery) => typed(page, fields::DELIVERY, delivery),
        Named::Answer(answer) => {
            page.row("asked", &answer.asked);
            typed(page, fields::ANSWER, answer);
        }
        Named::Sitting(sitting) => {
            page.row("date", &sitting.date.to_string());
            for entry in &sitting.check_ins {
                page.gap();
                page.row("key_result", entry.key_result.as_str());
                typed(page, fields::CHECK_IN, entry);
            }
            said_together(page, sitting);
        }
        Named::Note(note) => {
            page.row("kind", &word(&note.kind));
            let said = [("about", retrospective::about(note)), ("verdict", retrospective::verdict(note))];
            for (name, said) in said.into_iter().filter_map(|(name, said)| Some((name, said?))) {
                page.row(name, &said);
            }
            typed(page, fields::of_note(note.kind), note);
        }
        Named::Effort(effort) => typed(page, fields::EFFORT, effort),
        Named::Quarter(quarter) => typed(page, fields::FRAME, &quarter.frame),
        Named::Team(team) => {
            for was in &team.was {
                page.line(&turn_words(was));
            }
            typed(page, fields::TEAM, team);
        }
        Named::Cycle(cycle) => typed(page, fields::CYCLE, cycle),
        Named::Settings(settings) => typed(page, fields::SETTINGS, settings),
    }
}

/// What a sitting says of no single key result: what was named, done and decided.
fn said_together(page: &mut Page, sitting: &Sitting) {
    if let Some(recall) = &sitting.recall {
        page.row("recalled", &anywhere::part_of(recall.named, recall.of));
    }
    for Action { key_result, text, asker, by, .. } in &sitting.actions {
        let by = by.map(|by| anywhere::by(by.to_string()));
        let about = key_result.as_ref().map(ToString::to_string);
        let parts = about.into_iter().chain([text.clone()]).chain(asker.clone()).chain(by);
        page.row("action", &parts.collect::<Vec<_>>().join(", "));
    }
    if let Some(decision) = &sitting.decision {
        page.row("decision", decision);
    }
}

fn typed<T>(page: &mut Page, fields: &[Field<T>], record: &T) {
    typed_in(page, fields, record, |_| "");
}

/// The same of a record whose numbers have units.
fn typed_in<'u, T>(page: &mut Page, fields: &[Field<T>], record: &T, unit: impl Fn(NumberOf) -> &'u str) {
    let mut empty = Vec::new();
    for field in fields {
        match ((field.get)(record), field.input) {
            (text, _) if text.is_empty() => empty.push(field.name),
            (text, Input::Number(of)) => {
                let shown = text.parse().map_or(text, |number| with_unit(number, unit(of)));
                page.row(field.name, &shown);
            }
            (text, _) => page.row(field.name, &text),
        }
    }
    if !empty.is_empty() {
        page.row(words::NOT_SET, &empty.join(", "));
    }
}

/// The same as JSON: the record with the keys of its file, and what follows from it.
pub fn json(named: Named<'_>, desk: Option<&Desk<'_>>) -> Value {
    let mut map = Map::new();
    map.insert("kind".to_owned(), json!(named.kind()));
    map.insert("id".to_owned(), json!(named.id()));
    map.insert("under".to_owned(), json!(named.under()));
    map.insert("record".to_owned(), seen_record(named, desk));
    match (named, desk) {
        (Named::KeyResult(_, key_result), Some(desk)) => map.extend(derived(key_result, desk)),
        (Named::Objective(objective), Some(desk)) => {
            let ids: Vec<&str> = objective.key_results.iter().map(|kr| kr.id.as_str()).collect();
            map.insert("key_results".to_owned(), json!(ids));
            let score = desk.quarter.objective_score(objective);
            map.insert("score".to_owned(), score.map_or(Value::Null, |score| record(&score)));
        }
        (Named::Quarter(quarter), Some(desk)) => {
            map.insert("phase".to_owned(), json!(quarter.phase(desk.cycle, desk.today).id()));
        }
        _ => {}
    }
    map.into()
}

/// The record, without the votes that are hidden.
fn seen_record(named: Named<'_>, desk: Option<&Desk<'_>>) -> Value {
    match (named, desk) {
        (Named::Sitting(sitting), Some(desk)) => record(&Rounds::at(desk).seen(sitting)),
        _ => record_of(named),
    }
}

fn record_of(named: Named<'_>) -> Value {
    match named {
        Named::Objective(objective) => record(objective),
        Named::KeyResult(_, key_result) => record(key_result),
        Named::Assumption(_, assumption) => record(assumption),
        Named::Negotiation(_, negotiation) => record(negotiation),
        Named::Dependency(_, dependency) => record(dependency),
        Named::Initiative(_, initiative) => record(initiative),
        Named::Line(_, line) => record(line),
        Named::Delivery(delivery) => record(delivery),
        Named::Answer(answer) => record(answer),
        Named::Sitting(sitting) => record(sitting),
        Named::Note(note) => record(note),
        Named::Effort(effort) => record(effort),
        Named::Quarter(quarter) => record(&quarter.frame),
        Named::Team(team) => record(team),
        Named::Cycle(cycle) => record(cycle),
        Named::Settings(settings) => record(settings),
    }
}

fn derived(key_result: &KeyResult, desk: &Desk<'_>) -> Map<String, Value> {
    let quarter = desk.quarter;
    let readings = quarter.all_readings(&key_result.id);
    let readings =
        readings.iter().map(|read| json!({ "date": read.date.to_string(), "value": record(&read.value) }));
    let progress = quarter.progress(key_result);
    let rounds = Rounds::at(desk);
    let confidence = rounds.last_shown(&key_result.id);
    let hidden = rounds.now(&key_result.id, desk.today).hidden;
    let lights = key_result.lights().map(|light| (light.property.id().to_owned(), json!(light.state.id())));
    let gaps: Vec<String> = key_result.gaps().iter().map(ToString::to_string).collect();
    let rows = [
        ("movement", json!(key_result.committed_measure().movement(ARROW))),
        ("standing", json!(standing(key_result, desk))),
        ("progress", progress.ratio().map_or(Value::Null, |_| json!(progress.to_string()))),
        ("progress_percent", json!(progress.percent())),
        ("readings", readings.collect()),
        ("confidence", json!(confidence.map(crate::domain::confidence::Confidence::percent))),
        ("votes_hidden", json!(hidden)),
        ("score", record(&quarter.outcome(key_result).score())),
        ("lights", Map::from_iter(lights).into()),
        ("gaps", json!(gaps)),
    ];
    rows.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
