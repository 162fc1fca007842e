//! The help of what only looks: `okr status`, `list`, `show`, `find`, `history`, `agenda`, `plan`.

pub const AGENDA: &str =
    "Lists the meetings of the cycle: day, minutes, steps, what was held; the next one step by step";
pub const AGENDA_EXAMPLES: &str = "\
Examples:
  okr agenda
  okr --cycle 2027-q2 agenda --json";
pub const FIND: &str =
    "Finds words in all texts of all teams and cycles: objectives, key results, check-ins, lessons, reasons";
pub const FIND_EXAMPLES: &str = "\
Examples:
  okr find login
  okr find lesson 2026-q4          what a quarter taught
  okr find build platform blocked --json";
pub const FIND_WORDS: &str = "Words that must all stand in it, in any order; case and accents do not matter; a kind, a team or a cycle is a word too";
pub const HISTORY: &str = "Looks back: every quarter of the team, its calibration, where it was most wrong, and what pays back late";
pub const HISTORY_EXAMPLES: &str = "\
Examples:
  okr history
  okr history --as-of 2027-02-01     what was believed on that day
  okr --team edge history --json";
pub const HISTORY_AS_OF: &str = "The day it is looked back from; without it today";
pub const LIST: &str = "Lists what there is, in plain columns";
pub const LIST_EXAMPLES: &str = "\
Examples:
  okr list                      the objectives with their key results
  okr list assumptions
  okr list metrics ci           those of the library in which each word begins a word
  okr --cycle 2026-q4 list scores --json";
pub const LIST_WHAT: &str = "objectives, key-results, assumptions, negotiations, dependencies, asked (of us, by other teams), measured-here, initiatives, revisions, not-now, keep-running, pre-mortem, parking-lot, delivery, hand-over, overrides, waivers, effort, check-ins, agreed, scores, notes, actions, metrics of the library, teams, cycles or quarters";
pub const LIST_WORDS: &str = "Words to search by, for metrics";
pub const PLAN_OFTEN_BI_WEEKLY: &str = "Every two weeks";
pub const PLAN_OFTEN_MONTHLY: &str = "Every four weeks";
pub const PLAN: &str = "Plans the effort of a quarter: by step and phase, against the limit, with what to cut; in any folder when sizes are given";
pub const PLAN_EXAMPLES: &str = "\
Examples:
  okr plan                                                  this team, as it stands
  okr plan --people 8                                       two more people
  okr plan --people 6 --objectives 4 --key-results 12 --cadence monthly";
pub const PLAN_PEOPLE: &str = "People in the room, an outside facilitator counted";
pub const PLAN_OBJECTIVES: &str = "Objectives";
pub const PLAN_KEY_RESULTS: &str = "Key results in all; three an objective when only objectives are given";
pub const PLAN_CADENCE: &str = "How often the team checks in";
pub const PLAN_DEPENDENCIES: &str = "Dependencies on other teams; two are assumed";
pub const PLAN_BRIEFING: &str = "A first cycle, which begins with a briefing for everybody";
pub const SHOW: &str = "Shows one thing with all that is known about it";
pub const SHOW_EXAMPLES: &str = "\
Examples:
  okr show sign-in-failures
  okr show quarter              the ground rules of the quarter
  okr show map                  who contributes to what, who waits for whom
  okr show team:payments        two things of one id: name the kind";
pub const SHOW_ID: &str = "Any id or its unique beginning; `quarter` and `settings` for what has none, `map` for all teams of the cycle";
pub const STATUS: &str = "Says where we are: phase, next event, what is due, what is late; ends with 1 when something is overdue. Where nothing tells which of several teams is meant, where each stands";
pub const STATUS_EXAMPLES: &str = "\
Examples:
  okr status
  okr --team payments status --json
  okr --cycle 2026-q4 status";
