//! The senses a word can have for a reader of goals, and the lists of `assets/coach/reading.toml` they come from. The build
//! script compiles those lists by it, so nothing here looks a word up.

/// The senses a word has, of those a reader asks for, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses(pub(super) u64);

impl Senses {
    /// No sense at all.
    pub const NONE: Self = Self(0);

    /// What the last part says of a compound: "re-orders" are orders, but the "in" of "sign-in" is no preposition.
    pub(super) const fn of_compound(self) -> Self {
        Self(self.0 & (((1 << (Bit::PERIOD as u64 + 1)) - 1) | Self::MONTH.0))
    }

    /// Both together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether any of the other senses is among these.
    #[must_use]
    pub const fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }
}

/// The lists of the asset and their senses.
macro_rules! senses {
    ($($name:ident = $list:literal: $says:literal,)+) => {
        #[expect(clippy::upper_case_acronyms, reason = "numbers the constants below")]
        enum Bit { $($name,)+ }
        impl Senses { $(#[doc = $says] pub const $name: Self = Self(1 << Bit::$name as u64);)+ }
        /// The lists by name, each with its sense.
        #[allow(dead_code, reason = "the build script and a test look them through")]
        pub(super) const LISTS: &[(&str, Senses)] = &[$(($list, Senses::$name),)+];
    };
}

senses! {
    UP = "up": "A verb: the number goes up.",
    DOWN = "down": "A verb: the number goes down.",
    IMPROVE = "improve": "A verb: the way the quantity wants it.",
    SPEED = "speed": "A verb: takes less time.",
    KEEP = "keep": "A verb: stays where it is.",
    REACH = "reach": "A verb: says where a number gets to, and nothing else.",
    MAKE = "make": "A verb: work that is done once.",
    COSTS = "costs": "A verb: what it takes.",
    SPEND = "spend": "A verb: money or hours given out.",
    FAIL = "fail": "A verb: what nobody wants.",
    LOW = "low": "A noun: fewer is better.",
    LONG = "long": "A noun: time that is better when more.",
    DURATION = "duration": "A noun: a stretch of time that is measured.",
    MEASURE = "measure": "A noun: a quantity that is read.",
    SCORE = "score": "A noun: a quantity in points.",
    CASE = "case": "A noun: cases a limit may select.",
    GROUP = "group": "A noun: groups whose size is named.",
    LABEL = "label": "A noun: the number behind it names one of several.",
    PERIOD = "period": "A noun: a length of time.",
    FROM = "from": "Before the number where things stand.",
    TO = "to": "Before the number to reach.",
    ARROW = "arrow": "A sign between the two.",
    BY = "by": "Before a difference, a day or an actor.",
    NOW = "now": "Beside the number where things stand.",
    VERSUS = "versus": "Before the number where things stand, in a comparison.",
    AIM = "aim": "Beside the number to reach.",
    LESS = "less": "At most, or below.",
    MORE = "more": "At least, or above.",
    STRICT = "strict": "The bound itself does not count.",
    NOT = "not": "Turns a comparison around.",
    ABOUT = "about": "Says nothing about the number.",
    ONLY = "only": "Fewer is better.",
    WITHIN = "within": "Before a limit of time.",
    FILLER = "filler": "May stand between a number and its comparison.",
    ARTICLE = "article": "a, an.",
    THE = "the": "Points at things that are known.",
    AVERAGE = "average": "The mean.",
    MEDIAN = "median": "The median.",
    RATE = "rate": "How often.",
    SHARE = "share": "A part of a whole.",
    SUM = "sum": "Added up.",
    COUNT = "count": "How many.",
    WIDER = "wider": "Behind a difference: upwards.",
    NARROWER = "narrower": "Behind a difference: downwards.",
    RISEN = "risen": "Beside a difference: upwards.",
    FALLEN = "fallen": "Beside a difference: downwards.",
    STOP = "stop": "Ends a noun phrase.",
    SCOPE = "scope": "Begins what is counted in.",
    THAT = "that": "Begins a clause that selects cases.",
    MEANS = "means": "Begins what is done for it.",
    EVERY = "every": "The whole of something.",
    WE = "we": "The team itself.",
    PLACEHOLDER = "placeholder": "Stands for a number that is still to come.",
    AHEAD = "ahead": "Points to a stretch of time.",
    MONTH = "month": "A month.",
}
