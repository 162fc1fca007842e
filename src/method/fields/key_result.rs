//! Fields of key results, dependencies and initiatives.

use super::hint::asks;
use super::number::number;
use super::{Context, Elsewhere, Field, Input, NumberOf, Place, cycle_name, field};
use crate::coach::rule::{Rule, Scope};
use crate::domain::day::{Day, Looks};
use crate::domain::dependency::{Answer, Dependency};
use crate::domain::id::LineId;
use crate::domain::key_result::{Guardrail, Initiative, KeyResult};
use crate::domain::measure::{Bound, Direction, Measure};
use crate::domain::metric_command;
use crate::domain::number::Number;
use crate::domain::quantity::{converted, lengths, read_quantity};
use crate::method::draft::whole;
use crate::method::step::Step;
use crate::words::anywhere;
use crate::words::method::fields::key_result as words;

/// What was asked of the old words of a draft and answered with a reason is asked of its new ones.
fn ask_of_the_words_again(draft: &mut KeyResult) {
    let is_on_words = |id: &String| Rule::named(id).is_some_and(|rule| rule.scope() == Scope::KeyResult);
    draft.waivers.retain(|id, _| !is_on_words(id));
}

/// A key result, in the order of the questions of SET-7: which measure, what is it now, what are we aiming for.
pub const KEY_RESULT: &[Field<KeyResult>] = &[
    field!(
        "title",
        words::SENTENCE,
        words::THE_CHANGE,
        Input::Text,
        |record| record.title.shown(),
        |record, typed, context| {
            whole(typed)?;
            let before = record.title.clone();
            record.title.write(typed, context)?;
            if record.title != before && !record.is_committed() {
                ask_of_the_words_again(record);
            }
            Ok(())
        }
    ),
    asks(Step::Set7, 0, field!("metric", words::METRIC, words::ONE_QUANTITY, measure.metric)),
    field!(
        "metric_id",
        words::METRIC_ID,
        words::ITS_LASTING_NAME_FROM_QUARTER_TO_QUARTER,
        Input::Text,
        |record| record.measure.metric_id.shown(),
        |record, typed, context| {
            let typed = typed.trim();
            if !typed.is_empty() {
                LineId::new(typed).map_err(|bad| bad.to_string())?;
            }
            record.measure.metric_id.write(typed, context)
        }
    ),
    field!("aggregation", words::AGGREGATION, words::HOW_SINGLE_VALUES_BECOME_ONE, measure.aggregation),
    field!("scope", words::SCOPE, words::WHERE_ALL_SIGN_INS, measure.scope),
    field!(
        "unit",
        words::UNIT,
        words::MIN_DAYS,
        Input::Text,
        |record| record.measure.unit.shown(),
        |record, typed, context| {
            let mut unit = record.measure.unit.clone();
            unit.write(typed, context)?;
            count_in(record, unit);
            Ok(())
        }
    ),
    asks(
        Step::Set7,
        1,
        field!(
            "baseline",
            words::BASELINE,
            words::A_NUMBER_OR_OPEN,
            Input::Number(NumberOf::Measure),
            |record| record.measure.baseline.shown(),
            |record, typed, context| {
                measured(record, typed, context, |measure| &mut measure.baseline)?;
                if record.measure.baseline.is_some() && record.measure.baseline_date.is_none() {
                    record.measure.baseline_date = Some(context.today);
                }
                Ok(())
            }
        ),
    ),
    field!(
        "baseline_date",
        words::READ_ON,
        words::THE_DAY_OF_THE_BASELINE,
        Input::Day(Looks::Back),
        |record| record.measure.baseline_date.shown(),
        |record, typed, context| {
            let before = record.measure.baseline_date;
            record.measure.baseline_date.write(typed, context)?;
            let is_new = record.measure.baseline_date != before;
            match record.measure.baseline_date.filter(|read_on| is_new && *read_on > context.today) {
                Some(read_on) => Err(words::nothing_was_read_on(read_on)),
                None => Ok(()),
            }
        }
    ),
    field!("source", words::SOURCE, words::WHERE_DOES_THIS_NUMBER_LIVE, measure.source),
    asks(
        Step::Set7,
        2,
        field!(
            "target",
            words::TARGET,
            words::A_NUMBER_OR_BOUND,
            Input::Number(NumberOf::Measure),
            |record| record.measure.target.shown(),
            |record, typed, context| {
                let typed = strict_target(record, typed);
                measured(record, typed, context, |measure| &mut measure.target)?;
                record.measure.aim_at_the_bound();
                Ok(())
            }
        ),
    ),
    field!("bound", words::TARGET_ITSELF, words::INCLUSIVE_TO_X, measure.bound),
    field!("direction", words::DIRECTION, words::WHICH_WAY_IS_BETTER, measure.direction),
    field!("due", words::DUE, words::BY_WHEN_OR_THE_LAST_DAY, measure.due),
    field!("kind", words::KIND, words::CHANGE_OR_STAYS_AT_LEAST, measure.kind),
    field!(
        "floor",
        words::FLOOR,
        words::THE_LOWEST_VALUE_THAT_MAY_STAND,
        Input::Number(NumberOf::Measure),
        |record| record.measure.floor.shown(),
        |record, typed, context| measured(record, typed, context, |measure| &mut measure.floor)
    ),
    field!(
        "ceiling",
        words::CEILING,
        words::THE_HIGHEST_VALUE_THAT_MAY_STAND,
        Input::Number(NumberOf::Measure),
        |record| record.measure.ceiling.shown(),
        |record, typed, context| measured(record, typed, context, |measure| &mut measure.ceiling)
    ),
    field!("contact", words::CONTACT, words::WHO_FETCHES_THE_NUMBER_AND_ASKS_AROUND, contact),
    field!(
        "find_out_by",
        words::FIND_OUT_BY,
        words::FOR_AN_OPEN_BASELINE,
        Input::Day(Looks::Ahead),
        |record| record.find_out_by.shown(),
        |record, typed, context| {
            let before = record.find_out_by;
            record.find_out_by.write(typed, context)?;
            let is_new = record.find_out_by != before;
            match record.find_out_by.filter(|by| is_new && *by < context.today) {
                Some(by) => Err(anywhere::is_past(by)),
                None => Ok(()),
            }
        }
    ),
    field!("ambition", words::AMBITION, words::STRETCH_EXPECTS_0_7, ambition),
    field!(
        "measured_at",
        words::MEASURED_AT,
        words::THE_TEAM_WHERE_IT_IS_READ,
        Input::Elsewhere(Elsewhere::Team),
        measured_at
    ),
    field!("data", words::DATA, words::HAVE_ASKED_OR_DO_NOT_HAVE, data),
    field!("influence", words::INFLUENCE, words::FULL_SHARED_NAME_THE_AGREEMENT_OR_WEAK, influence),
    field!("agreement", words::AGREEMENT, words::WHAT_A_SHARED_INFLUENCE_RESTS_ON, agreement),
    field!(
        "effect_quarter",
        words::EFFECT_IN,
        words::THE_QUARTER_IN_WHICH_THE_EFFECT_SHOWS,
        Input::Text,
        |record| record.effect_quarter.shown(),
        |record, typed, context| {
            record.effect_quarter = cycle_name(typed, context)?;
            Ok(())
        }
    ),
    field!("early_sign", words::EARLY_SIGN, words::WHAT_COULD_WE_SEE_THIS_QUARTER, early_sign),
    field!(
        "guardrail",
        words::GUARDRAIL,
        words::ONE_MEASURE_THAT_MUST_NOT_GET_WORSE,
        Input::Text,
        |record| record.guardrail.as_ref().map(|guardrail| guardrail.metric.clone()).unwrap_or_default(),
        |record, typed, context| {
            let mut metric: Option<String> = None;
            metric.write(typed, context)?;
            let kept = record.guardrail.take().unwrap_or_default();
            record.guardrail = metric.map(|metric| Guardrail { metric, ..kept });
            Ok(())
        }
    ),
    field!(
        "guardrail_start",
        words::IT_READS_NOW,
        words::WHAT_THE_GUARDRAIL_READS_AT_THE_START,
        Input::Number(NumberOf::Guardrail),
        |record| record.guardrail.as_ref().and_then(|guardrail| guardrail.start).shown(),
        |record, typed, context| set_guardrail_start(record, typed, context.today)
    ),
    field!(
        "guardrail_direction",
        words::BETTER_IS,
        words::WHICH_WAY_THE_GUARDRAIL_IS_BETTER,
        Input::Choice(Direction::WORDS),
        |record| record.guardrail.as_ref().and_then(|guardrail| guardrail.direction).shown(),
        |record, typed, context| match record.guardrail.as_mut() {
            Some(guardrail) => guardrail.direction.write(typed, context),
            None if typed.trim().is_empty() => Ok(()),
            None => Err(words::NAME_THE_GUARDRAIL_FIRST.to_owned()),
        }
    ),
    asks(Step::Set7, 3, field!("still_have_problem", words::OUTCOME_TEST, "", refinement.still_have_problem)),
    asks(Step::Set9, 1, field!("nearer", words::NEARER, "", refinement.nearer)),
    asks(Step::Set9, 2, field!("promised_outside", words::PROMISED, "", refinement.promised_outside)),
    asks(Step::Set9, 3, field!("can_move", words::CAN_MOVE, "", refinement.can_move)),
    field!("first_wording", words::FIRST_WORDING, words::HOW_IT_WAS_FIRST_TYPED, first_wording),
    field!(
        "command",
        words::READ_BY,
        words::A_COMMAND_THAT_PRINTS_THE_NUMBER,
        Input::Text,
        |record| record.command.shown(),
        |record, typed, _| {
            let typed = typed.trim();
            if !typed.is_empty() {
                metric_command::words(typed).map_err(|bad| bad.to_string())?;
            }
            record.command = (!typed.is_empty()).then(|| typed.to_owned());
            Ok(())
        }
    ),
];

/// Takes the unit written with a number for a measure that has none yet: `2.3 %`.
fn adopt_unit(record: &mut KeyResult, typed: &str, today: Day) {
    if record.measure.unit().is_empty() {
        record.measure.unit = written_unit(typed, today).or(record.measure.unit.take());
    }
}

/// The unit written with a number; `1e999`, `0x10` and `30 February` are no numbers with units.
fn written_unit(typed: &str, today: Day) -> Option<String> {
    let (_, unit) = read_quantity(typed).ok()?;
    let is_apart = || typed.trim().strip_suffix(unit.as_str()).is_some_and(|number| number.ends_with(' '));
    let is_month = Day::parse(&format!("1 {unit}"), today).is_ok();
    let is_word = !is_month && (!unit.contains(|c: char| c.is_ascii_digit()) || is_apart());
    (is_word && !unit.is_empty() && unit.chars().count() <= 20).then_some(unit)
}

/// Takes "below", "under", "above", "<" and their inclusive fellows off a target, also "or less" behind it, and notes which they
/// are.
fn strict_target<'a>(record: &mut KeyResult, typed: &'a str) -> &'a str {
    const WORDS: &[(&str, Bound)] = &[
        ("below ", Bound::Strict),
        ("under ", Bound::Strict),
        ("above ", Bound::Strict),
        ("over ", Bound::Strict),
        (words::LESS_THAN, Bound::Strict),
        (words::MORE_THAN, Bound::Strict),
        (words::AT_LEAST, Bound::Inclusive),
        (words::AT_MOST, Bound::Inclusive),
        (words::UP_TO, Bound::Inclusive),
        (words::NO_MORE_THAN, Bound::Inclusive),
        (words::NO_LESS_THAN, Bound::Inclusive),
        ("max. ", Bound::Inclusive),
        ("max ", Bound::Inclusive),
        ("min. ", Bound::Inclusive),
        ("min ", Bound::Inclusive),
        ("to ", Bound::Inclusive),
        ("<=", Bound::Inclusive),
        (">=", Bound::Inclusive),
        ("≤", Bound::Inclusive),
        ("≥", Bound::Inclusive),
        ("<", Bound::Strict),
        (">", Bound::Strict),
    ];
    let typed = typed.trim();
    let begins = |(word, _): &&(&str, Bound)| {
        typed.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    if let Some((word, bound)) = WORDS.iter().find(begins) {
        record.measure.bound = *bound;
        return typed[word.len()..].trim();
    }
    match words::OR_BETTER.iter().find_map(|end| typed.strip_suffix(end)) {
        Some(number) => {
            record.measure.bound = Bound::Inclusive;
            number.trim()
        }
        None => typed,
    }
}

/// Counts a draft in the smaller unit where a typed number is no round part of the larger: 3 days and 4 hours are 72 h and 4 h.
fn count_in_smaller(record: &mut KeyResult, typed: &str) {
    let unit = record.measure.unit();
    let Some((number, smaller)) = read_quantity(typed).ok().filter(|(_, typed)| !typed.is_empty()) else {
        return;
    };
    let turned = |number, from: &str, to: &str| converted(number, from, to).and_then(Result::ok);
    let is_round = |in_unit| turned(in_unit, unit, &smaller) == Some(number);
    if turned(number, &smaller, unit).is_some_and(|in_unit| !is_round(in_unit)) {
        count_in(record, Some(smaller));
    }
}

/// Counts a measure in another unit. The numbers of a draft are turned into it where both are of one kind: 3 h are 180 min.
fn count_in(record: &mut KeyResult, unit: Option<String>) {
    let before = std::mem::replace(&mut record.measure.unit, unit).unwrap_or_default();
    let unit = record.measure.unit().to_owned();
    if record.is_committed() || before == unit || lengths(&before, &unit).is_none() {
        return;
    }
    let Measure { baseline, target, floor, ceiling, .. } = &mut record.measure;
    for place in [baseline, target, floor, ceiling] {
        *place = place.and_then(|number| converted(number, &before, &unit)?.ok());
    }
}

/// Takes a number of the measure as it was typed, with its unit.
fn measured(
    record: &mut KeyResult,
    typed: &str,
    context: &Context,
    place: fn(&mut Measure) -> &mut Option<Number>,
) -> Result<(), String> {
    adopt_unit(record, typed, context.today);
    count_in_smaller(record, typed);
    let unit = record.measure.unit().to_owned();
    number(place(&mut record.measure), typed, &unit, context.beside)
}

fn set_guardrail_start(record: &mut KeyResult, typed: &str, today: Day) -> Result<(), String> {
    let Some(guardrail) = record.guardrail.as_mut() else {
        return if typed.trim().is_empty() {
            Ok(())
        } else {
            Err(words::NAME_THE_GUARDRAIL_FIRST.to_owned())
        };
    };
    if guardrail.unit.is_none() {
        guardrail.unit = written_unit(typed, today);
    }
    let unit = guardrail.unit.clone().unwrap_or_default();
    number(&mut guardrail.start, typed, &unit, None)
}

/// What another team must do (SET-10).
pub const DEPENDENCY: &[Field<Dependency>] = &[
    field!("team", words::TEAM, words::THE_TEAM_BY_NAME, Input::Elsewhere(Elsewhere::Team), team),
    field!("need", words::NEED, words::WHAT_MUST_THEY_DO, need),
    field!("by", words::BY, words::BY_WHEN, by),
    field!("asker", words::WHO_ASKS, words::WHO_ASKS_THEM, asker),
    field!("state", words::STATE, words::OPEN_AGREED, state),
];

/// What a team answers to another that asks it for something (SET-10); what is answered is not typed.
pub const ANSWER: &[Field<Answer>] = &[
    field!("state", words::ANSWER, words::AGREED_REFUSED, state),
    field!("says", words::IN_A_LINE, words::WHAT_COMES, says),
    field!("by", words::BY, words::THE_DAY_WE_MEAN_TO_HAVE_IT, by),
];

/// A way we go about it.
pub const INITIATIVE: &[Field<Initiative>] = &[
    field!("text", words::INITIATIVE, words::HOW_DO_WE_GO_ABOUT_IT, text),
    field!("done", words::DONE, words::YES_OR_NO, done),
];
