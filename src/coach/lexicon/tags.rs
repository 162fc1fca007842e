//! The tags a word can have for a reader of goals, and the lists of `assets/coach/reading.toml` they come from. The build
//! script compiles those lists by it, so nothing here looks a word up.

/// The tags a word has, of those a reader asks for, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(pub(super) u64);

impl Tags {
    /// No tag at all.
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

    /// Tells whether one of these is among them.
    #[must_use]
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// The lists of the asset and their tags.
macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $list:literal,)+) => {
        #[expect(clippy::upper_case_acronyms, reason = "numbers the constants below")]
        enum Bit { $($name,)+ }
        impl Tags { $($(#[$doc])* pub const $name: Self = Self(1 << Bit::$name as u64);)+ }
        /// The lists by name, each with its tag.
        #[allow(dead_code, reason = "the build script and a test look them through")]
        pub(super) const LISTS: &[(&str, Tags)] = &[$(($list, Tags::$name),)+];
    };
}

tags! {
    /// A verb: the number goes up.
    UP = "up",
    /// A verb: the number goes down.
    DOWN = "down",
    /// A verb: the way the quantity wants it.
    IMPROVE = "improve",
    /// A verb: takes less time.
    SPEED = "speed",
    /// A verb: stays where it is.
    KEEP = "keep",
    /// A verb: says where a number gets to, and nothing else.
    REACH = "reach",
    /// A verb: work that is done once.
    MAKE = "make",
    /// A verb: what it takes.
    COSTS = "costs",
    /// A verb: money or hours given out.
    SPEND = "spend",
    /// A verb: what nobody wants.
    FAIL = "fail",
    /// A noun: fewer is better.
    LOW = "low",
    /// A noun: time that is better when more.
    LONG = "long",
    /// A noun: a stretch of time that is measured.
    DURATION = "duration",
    /// A noun: a quantity that is read.
    MEASURE = "measure",
    /// A noun: a quantity in points.
    SCORE = "score",
    /// A noun: cases a limit may select.
    CASE = "case",
    /// A noun: groups whose size is named.
    GROUP = "group",
    /// A noun: the number behind it names one of several.
    LABEL = "label",
    /// A noun: a length of time.
    PERIOD = "period",
    /// Before the number where things stand.
    FROM = "from",
    /// Before the number to reach.
    TO = "to",
    /// A sign between the two.
    ARROW = "arrow",
    /// Before a difference, a day or an actor.
    BY = "by",
    /// Beside the number where things stand.
    NOW = "now",
    /// Before the number where things stand, in a comparison.
    VERSUS = "versus",
    /// Beside the number to reach.
    AIM = "aim",
    /// At most, or below.
    LESS = "less",
    /// At least, or above.
    MORE = "more",
    /// The bound itself does not count.
    STRICT = "strict",
    /// Turns a comparison around.
    NOT = "not",
    /// Says nothing about the number.
    ABOUT = "about",
    /// Fewer is better.
    ONLY = "only",
    /// Before a limit of time.
    WITHIN = "within",
    /// May stand between a number and its comparison.
    FILLER = "filler",
    /// a, an.
    ARTICLE = "article",
    /// Points at things that are known.
    THE = "the",
    /// The mean.
    AVERAGE = "average",
    /// The median.
    MEDIAN = "median",
    /// How often.
    RATE = "rate",
    /// A part of a whole.
    SHARE = "share",
    /// Added up.
    SUM = "sum",
    /// How many.
    COUNT = "count",
    /// Behind a difference: upwards.
    WIDER = "wider",
    /// Behind a difference: downwards.
    NARROWER = "narrower",
    /// Beside a difference: upwards.
    RISEN = "risen",
    /// Beside a difference: downwards.
    FALLEN = "fallen",
    /// Ends a noun phrase.
    STOP = "stop",
    /// Begins what is counted in.
    SCOPE = "scope",
    /// Begins a clause that selects cases.
    THAT = "that",
    /// Begins what is done for it.
    MEANS = "means",
    /// The whole of something.
    EVERY = "every",
    /// The team itself.
    WE = "we",
    /// Stands for a number that is still to come.
    PLACEHOLDER = "placeholder",
    /// Points to a stretch of time.
    AHEAD = "ahead",
    /// A month.
    MONTH = "month",
}
