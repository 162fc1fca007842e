//! The help of what changes a set: `okr add`, `set`, `move`, `remove`, `drop`, `carry`, `rewrite`.

pub const ADD_DATED_DUE: &str = "By when, such as 2027-03-31, mon or +2w";
pub const ADD_TURNED_ID: &str = "The team, by name, id or a unique beginning";
pub const ADD_TURNED_TURN: &str = "renamed, merged or moved";
pub const ADD_TURNED_WHAT: &str =
    "The former name, the team that was taken in, or the team that was above it";
pub const ADD_TURNED_DATE: &str = "The day from which it was so no more";
pub const ADD_REPLY_ID: &str =
    "What is asked of us: its id or a unique beginning; `okr list asked` shows them";
pub const ADD_REPLY_STATE: &str = "agreed, done, refused, worked-around or open";
pub const ADD_REPLY_WORDS: &str =
    "What comes, or why not, in a line; and fields by name, such as `by=2027-02-01`";
pub const ADD_FROM_SIDE_ID: &str = "The objective that was to change";
pub const ADD_FROM_SIDE_FROM: &str = "above or below";
pub const ADD_NEED_ID: &str = "The key result that waits";
pub const ADD_NEED_FROM: &str = "The team that must do it, by name";
pub const ADD_MEASURED_METRIC: &str = "A metric of the library by its id: it fills what is measured, how, in which unit, and which way is better";
pub const ADD_UNDER_ID: &str = "What it stands under: the id of an objective or key result";
pub const ADD_TITLED_TEXT: &str = "Its sentence or name";
pub const ADD_TITLED_FIELDS: &str = "Fields by name, such as `source=\"edge logs\"`; all are named below";
pub const ADD_OBJECTIVE: &str = "An objective: what we are trying to achieve, in words, without a number";
pub const ADD_KR: &str = "A key result: how we will know we achieved it";
pub const ADD_ASSUMPTION: &str = "An assumption of an objective: what we take for granted";
pub const ADD_NEGOTIATION: &str =
    "A change of an objective that was asked from above or below, and what came of it";
pub const ADD_INITIATIVE: &str = "An initiative of a key result: how we go about it";
pub const ADD_DEPENDENCY: &str = "A dependency of a key result: what another team must do";
pub const ADD_ANSWER: &str =
    "Our answer to a team that asks us for something: agreed, done, refused, worked-around or open";
pub const ADD_NOT_NOW: &str = "A line of the not-now list: what we say no to, by name";
pub const ADD_KEEP_RUNNING: &str = "A line of the keep-running list: what simply goes on";
pub const ADD_PRE_MORTEM: &str = "A reason of the pre-mortem: why nothing might have moved on the last day";
pub const ADD_PARKING_LOT: &str = "A line of the parking lot, which the retrospective empties";
pub const ADD_DELIVERY: &str = "A line of the delivery list: work with a date, unscored";
pub const ADD_EFFORT: &str = "An entry of the effort ledger";
pub const ADD_TEAM: &str = "A team";
pub const ADD_WAS: &str = "What a team was before: renamed NAME, merged TEAM (which it took in), or moved TEAM (which was above it)";
pub const ADD: &str = "Adds an objective, a key result, or a line beside them; prints its id";
pub const ADD_EXAMPLES: &str = "\
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
  okr add not-now \"new billing page\"";
pub const CARRY: &str = "Ticks one point of the hand-over: a key result of the last quarter goes on or ends, a lesson is used or let go";
pub const CARRY_EXAMPLES: &str = "\
Examples:
  okr list hand-over
  okr carry sign-in-failures --as continue      its baseline is asked again
  okr carry k81x0d --as used";
pub const CARRY_ID: &str = "A key result, note or assumption of the last quarter";
pub const CARRY_VERDICT: &str =
    "A key result: continue, reshape or retire; anything else: used, kept or dismissed";
pub const DROP: &str =
    "Drops an objective or key result with a reason; it keeps its history and gets no score";
pub const DROP_EXAMPLES: &str = "\
Examples:
  okr drop sign-in-failures --reason \"the provider leaves the market\"
  okr drop sign-in-failures --back      takes the drop back";
pub const DROP_ID: &str = "The objective or key result";
pub const DROP_REASON: &str = "Why";
pub const DROP_BACK: &str = "Takes the drop back: it stands again";
pub const REMOVE: &str =
    "Takes away a draft, a line, a note or a score; what is committed is dropped instead";
pub const REMOVE_EXAMPLES: &str = "\
Examples:
  okr remove faster-builds      a draft, with its draft key results
  okr remove k81x0d             a note, an assumption, a line of a list
  okr remove score:sign-in      the score of a key result, so that it is open again
  okr remove later:sign-in      what it read last after its quarter, or later:sign-in:2027-05-10
  okr remove 2027-02-11-k3f9q2  a check-in: it is taken back, its file stays";
pub const REMOVE_ID: &str =
    "Its id; `score:KR` for the score of a key result, `later:KR` for what it read last after its quarter";
pub const MOVE: &str = "Moves an objective or key result: up, down, under another objective, or to a list that is not scored, whose new line it prints the id of";
pub const MOVE_EXAMPLES: &str = "\
Examples:
  okr move sign-in up
  okr move ci-pipeline-p95 faster-delivery        under another objective
  okr move quick-builds fast-builds               they say the same: the first joins the second
  okr move rewrite-billing not-now --reason \"after the audit\"
  okr move oauth-migration delivery               it was work, not an outcome";
pub const MOVE_ID: &str = "The objective or key result";
pub const MOVE_TO: &str = "`up`, `down`, `not-now` (an objective), `delivery` (a key result), or the id of an objective: a key result moves under it, a draft of an objective joins it";
pub const MOVE_REASON: &str = "Why not now";
pub const REWRITE_OLD_INITIATIVE: &str = "It stays beside the key result, as how we go about it";
pub const REWRITE_OLD_DELIVERY: &str = "It goes to the delivery list: dated, unscored";
pub const REWRITE: &str = "Says a draft key result anew that describes work; the old sentence is kept";
pub const REWRITE_EXAMPLES: &str = "\
Examples:
  okr rewrite complete-the-move \"Sign-in failures from 2.3 % to 0.5 % by 31 March\"
  okr rewrite complete-the-move \"Lost sign-ins from 40 to 10\" --old delivery";
pub const REWRITE_ID: &str = "The key result";
pub const REWRITE_TEXT: &str = "What would be different if it helped";
pub const REWRITE_OLD: &str =
    "What becomes of the old sentence; without it one that describes work stays as an initiative";
pub const SET: &str = "Sets fields of anything by name; `field=` clears one";
pub const SET_EXAMPLES: &str = "\
Examples:
  okr set sign-in-failures baseline=2.3% source=\"edge logs\" target=\"below 0.5%\" aggregation=share
  okr set sign-in-failures target=1% --reason \"the provider left\"     a revision, once committed
  okr set quarter sponsor_promise=\"a low score is information\" pay_free=yes
  okr set payments people=\"Ada, Lin\"";
pub const SET_ID: &str = "Any id or its unique beginning; `quarter` and `settings` for what has none";
pub const SET_FIELDS: &str = "Fields; `okr show ID` names them all";
pub const SET_METRIC: &str = "Of a key result: a metric of the library by its id, which fills what is measured, how, and which way is better";
pub const SET_REASON: &str = "Why a committed key result is revised";
