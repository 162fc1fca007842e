//! What a word can say, and sets of it.

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $file:literal, $row:literal;)*) => {
        /// What a word can say. A word may have several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Sense { $($(#[$doc])* $name,)* }

        /// Every sense with its file in `assets/coach/` and its row there.
        pub(crate) const ROWS: &[(Sense, &str, &str)] = &[$((Sense::$name, $file, $row),)*];
    };
}

senses! {
    /// Doing, making, deciding.
    Work = "verbs", "work";
    /// Dealing with what comes in.
    Handle = "verbs", "handle";
    /// Being spread over more or less of what there is.
    Coverage = "verbs", "coverage";
    /// Coming into the team's own undertaking.
    Joining = "verbs", "join";
    /// Saying yes to what a team asks.
    Agree = "verbs", "agree";
    /// Asking others for what they may refuse.
    Court = "verbs", "court";
    /// Bringing others along.
    Help = "verbs", "help";
    /// Bearing a load.
    Bear = "verbs", "bear";
    /// Looking at a number.
    Watch = "verbs", "watch";
    /// More of something.
    Up = "verbs", "up";
    /// Less of something.
    Down = "verbs", "down";
    /// Getting to a level.
    Reach = "verbs", "reach";
    /// Getting what others give.
    Gain = "verbs", "gain";
    /// Leaving it where it is.
    Keep = "verbs", "keep";
    /// "Ensure that".
    Ensure = "verbs", "ensure";
    /// What others do of their own will.
    Use = "verbs", "use";
    /// What people say when asked.
    Verdict = "verbs", "verdict";
    /// Coming to what the team holds.
    Attend = "verbs", "attend";
    /// What a thing costs in time or effort.
    Take = "verbs", "take";
    /// How a thing does its work.
    Perform = "verbs", "perform";
    /// Being, having, getting.
    State = "verbs", "state";
    /// Being able.
    Able = "verbs", "able";
    /// "Will".
    Will = "verbs", "will";
    /// A thing made.
    Made = "nouns", "made";
    /// A thing written down.
    Paper = "nouns", "paper";
    /// A thing held or done together.
    Event = "nouns", "event";
    /// Work said as a noun.
    Labour = "nouns", "labour";
    /// Somebody to hire.
    Role = "nouns", "role";
    /// The group and its people.
    Staff = "nouns", "staff";
    /// People outside, or those the work is for.
    Outsider = "nouns", "outsider";
    /// What others did.
    Act = "nouns", "act";
    /// How well it goes for somebody.
    Metric = "nouns", "metric";
    /// What nobody wants.
    Harm = "nouns", "harm";
    /// Money.
    Money = "nouns", "money";
    /// What comes in and is dealt with.
    Inflow = "nouns", "inflow";
    /// What the group owns.
    Estate = "nouns", "estate";
    /// A measure of the work itself.
    Proxy = "nouns", "proxy";
    /// A paper for following rules.
    Badge = "nouns", "badge";
    /// What others agree to for the team's undertaking.
    Courtesy = "nouns", "courtesy";
    /// Speaking of us.
    Voice = "nouns", "voice";
    /// Not ours.
    Foreign = "nouns", "foreign";
    /// A unit of time.
    Period = "nouns", "period";
    /// Another unit.
    Unit = "nouns", "unit";
    /// It is there, it is done.
    Done = "marks", "done";
    /// It has the paper for following rules.
    Certified = "marks", "certified";
    /// Tells of which kind something is, and looks like a verb.
    Adjective = "marks", "adjective";
    /// At the promised time.
    Punctual = "marks", "punctual";
    /// A bound comes next.
    Bound = "marks", "bound";
    /// One thing against another.
    Compare = "marks", "compare";
    /// So many times as much.
    Fold = "marks", "fold";
    /// At the first try, without waiting.
    AtOnce = "marks", "at_once";
    /// All of them, or none.
    Every = "marks", "every";
    /// Praise without a measure.
    Vague = "marks", "vague";
    /// How well something goes for whoever uses it.
    Quality = "marks", "quality";
    /// Betterment without a measure.
    Betterment = "marks", "betterment";
    /// A figure not yet known, a list without an end.
    Placeholder = "marks", "placeholder";
    /// What it is done for begins here.
    Purpose = "marks", "purpose";
    /// How it is done begins here.
    Means = "marks", "means";
    /// Ends a group of words.
    Join = "marks", "join";
    /// Begins a group of words.
    Article = "marks", "article";
    /// What follows speaks of the word before.
    Relative = "marks", "relative";
    /// "We".
    Speaker = "marks", "speaker";
    /// A number in letters.
    Number = "marks", "number";
    /// How often.
    Often = "marks", "often";
    /// Not.
    Not = "marks", "not";
    /// Going on as before.
    Duty = "duties", "duty";
    /// It has always been done.
    Usual = "duties", "usual";
    /// Done anyway.
    Chore = "duties", "chore";
    /// A great word.
    Slogan = "duties", "slogan";
    /// Who would notice.
    Felt = "duties", "felt";
    /// English: what is done.
    NounAct = "english", "noun_act";
    /// English: a thing that was made.
    NounArtefact = "english", "noun_artefact";
    /// English: what happens.
    NounEvent = "english", "noun_event";
    /// English: what is felt.
    NounFeeling = "english", "noun_feeling";
    /// English: a group.
    NounGroup = "english", "noun_group";
    /// English: what is said or written.
    NounMessage = "english", "noun_message";
    /// English: somebody.
    NounPerson = "english", "noun_person";
    /// English: money and what is owned.
    NounPossession = "english", "noun_possession";
    /// English: what goes on by itself.
    NounProcess = "english", "noun_process";
    /// English: how something is.
    NounQuality = "english", "noun_quality";
    /// English: how much.
    NounQuantity = "english", "noun_quantity";
    /// English: how things stand.
    NounState = "english", "noun_state";
    /// English: what is in the mind.
    NounThought = "english", "noun_thought";
    /// English: winning and losing.
    VerbCompete = "english", "verb_compete";
    /// English: using up.
    VerbConsume = "english", "verb_consume";
    /// English: making.
    VerbCreate = "english", "verb_create";
    /// English: dealing with people.
    VerbDeal = "english", "verb_deal";
    /// English: body and heart.
    VerbFeel = "english", "verb_feel";
    /// English: moving.
    VerbGo = "english", "verb_go";
    /// English: being, having, lasting.
    VerbLast = "english", "verb_last";
    /// English: the senses.
    VerbPerceive = "english", "verb_perceive";
    /// English: telling.
    VerbTell = "english", "verb_tell";
    /// English: thinking.
    VerbThink = "english", "verb_think";
    /// English: handling.
    VerbTouch = "english", "verb_touch";
    /// English: giving and getting.
    VerbTrade = "english", "verb_trade";
    /// English: changing.
    VerbTurn = "english", "verb_turn";
}

/// A set of senses, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Senses(pub(crate) u128);

impl Senses {
    /// Everything a word can say.
    pub(crate) const ALL: Self = Self(u128::MAX);

    /// The set of these senses.
    pub(crate) const fn of(senses: &[Sense]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < senses.len() {
            bits |= 1 << senses[at] as u128;
            at += 1;
        }
        Self(bits)
    }

    /// Tells whether this sense is in it.
    pub(crate) const fn has(self, sense: Sense) -> bool {
        self.0 & 1 << sense as u128 != 0
    }

    /// Tells whether one of these is in it.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in both.
    pub(crate) const fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }

    /// Those that are not in the other.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The senses in it, by their places among the [`ROWS`].
    pub(crate) fn places(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let at = bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
            (at < ROWS.len()).then_some(at)
        })
    }

    /// Tells whether nothing is known.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

use Sense as S;

/// What only a verb can say.
pub(crate) const VERBS: Senses = Senses::of(&[
    S::Work,
    S::Handle,
    S::Coverage,
    S::Joining,
    S::Agree,
    S::Court,
    S::Help,
    S::Bear,
    S::Watch,
    S::Up,
    S::Down,
    S::Reach,
    S::Gain,
    S::Keep,
    S::Ensure,
    S::Use,
    S::Verdict,
    S::Attend,
    S::Take,
    S::Perform,
    S::State,
    S::Able,
    S::Will,
    S::Betterment,
    S::Duty,
]);

/// What only a noun can say.
pub(crate) const NOUNS: Senses = Senses::of(&[
    S::Made,
    S::Paper,
    S::Event,
    S::Labour,
    S::Role,
    S::Staff,
    S::Outsider,
    S::Act,
    S::Metric,
    S::Harm,
    S::Money,
    S::Inflow,
    S::Estate,
    S::Proxy,
    S::Badge,
    S::Courtesy,
    S::Voice,
    S::Foreign,
    S::Period,
    S::Unit,
]);

/// What a noun may say beside, to those who judge objectives.
pub(crate) const TOPICS: Senses = Senses::of(&[S::Usual, S::Chore, S::Slogan, S::Felt]);

/// A thing made, an event, work said as a noun.
pub(crate) const MAKING: Senses = Senses::of(&[S::Made, S::Paper, S::Event, S::Labour]);
/// How well it goes for somebody.
pub(crate) const EFFECT: Senses = Senses::of(&[S::Metric, S::Harm, S::Money, S::Act]);
/// People, here or outside.
pub(crate) const PEOPLE: Senses = Senses::of(&[S::Outsider, S::Staff]);
/// Verbs that move or reach a level.
pub(crate) const LEVEL: Senses = Senses::of(&[S::Up, S::Down, S::Reach, S::Keep]);
/// Verbs that move.
pub(crate) const DRIFT: Senses = Senses::of(&[S::Up, S::Down]);
/// Verbs of work.
pub(crate) const OWN: Senses = Senses::of(&[S::Work, S::Handle]);

/// What English in general knows of a verb.
pub(crate) const ENGLISH_VERBS: Senses = Senses::of(&[
    S::VerbCompete,
    S::VerbConsume,
    S::VerbCreate,
    S::VerbDeal,
    S::VerbFeel,
    S::VerbGo,
    S::VerbLast,
    S::VerbPerceive,
    S::VerbTell,
    S::VerbThink,
    S::VerbTouch,
    S::VerbTrade,
    S::VerbTurn,
]);
/// What English in general knows of a noun.
pub(crate) const ENGLISH_NOUNS: Senses = Senses::of(&[
    S::NounAct,
    S::NounArtefact,
    S::NounEvent,
    S::NounFeeling,
    S::NounGroup,
    S::NounMessage,
    S::NounPerson,
    S::NounPossession,
    S::NounProcess,
    S::NounQuality,
    S::NounQuantity,
    S::NounState,
    S::NounThought,
]);
/// What English in general knows of a word.
pub(crate) const ENGLISH: Senses = ENGLISH_NOUNS.or(ENGLISH_VERBS);
