//! The signals that evidence is summed from, by the names the file of weights has for them. The build script reads that
//! file by the same names, so nothing here knows of statements.

/// Names the values of a list, and counts them.
macro_rules! named {
    ($(#[$doc:meta])* $list:ident, $count:ident: $($(#[$each:meta])* $value:ident = $name:literal,)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $list { $($(#[$each])* $value,)+ }

        impl $list {
            /// All of them.
            pub(super) const ALL: [Self; $count] = [$(Self::$value,)+];

            /// As the weights have it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }
        }

        /// How many there are.
        pub(super) const $count: usize = [$($name,)+].len();
    };
}

named! {
    /// A place of a statement whose words are looked at.
    Place, PLACE_COUNT:
    /// The verb it begins with.
    Begins = "begins",
    /// The verb by which the subject acts.
    Acts = "acts",
    /// The verb by which something is done to the subject.
    Suffers = "suffers",
    /// The verb by which the subject is, has or can.
    Is = "is",
    /// What the subject is about.
    Subject = "subject",
    /// What the leading verb is about.
    Object = "object",
    /// What the predicate is about.
    Described = "described",
    /// Anywhere before the tail.
    Anywhere = "anywhere",
    /// In the tail.
    Later = "later",
    /// The first word.
    First = "first",
    /// All words of the first group.
    Group = "group",
}

/// The places whose words weigh otherwise by how the statement is built.
pub(super) const WEIGHED_WITH_MARKS: [Place; 8] = [
    Place::Begins,
    Place::Acts,
    Place::Suffers,
    Place::Is,
    Place::Subject,
    Place::Object,
    Place::Described,
    Place::Anywhere,
];

named! {
    /// How a statement is built, and which amounts it has.
    Mark, MARK_COUNT:
    /// Neither verb nor predicate.
    Bare = "bare",
    /// It begins with a verb.
    Begins = "begins",
    /// Its subject acts.
    Acts = "acts",
    /// Something is done to its subject.
    Suffers = "suffers",
    /// Its subject is able.
    Can = "can",
    /// Its subject is or has something.
    Is = "is",
    /// A share or change in percent.
    Percent = "percent",
    /// Money.
    Money = "money",
    /// Time.
    Time = "time",
    /// A multiple.
    Times = "times",
    /// Another unit.
    Unit = "unit",
    /// Thousands of things.
    Many = "many",
    /// Fewer things.
    Few = "few",
    /// A number that only names or dates.
    Aside = "aside",
    /// "from 8".
    From = "from",
    /// "14 -> 0".
    Arrow = "arrow",
    /// "+25".
    Plus = "plus",
    /// It says where things stand.
    Baseline = "baseline",
    /// It says what to reach.
    Target = "target",
    /// The number goes up.
    Up = "up",
    /// The number goes down.
    Down = "down",
    /// The number stays.
    Stays = "stays",
    /// It says by how much.
    Difference = "difference",
    /// It merely counts.
    Count = "count",
    /// The bound itself does not count.
    Strict = "strict",
    /// A limit of time.
    Limit = "limit",
    /// Something moves.
    Moves = "moves",
    /// Something falls.
    Falls = "falls",
    /// A share, or the whole of something.
    Shares = "shares",
    /// Its verb is in no list.
    NewVerb = "new-verb",
    /// What its subject is about is in no list.
    NewHead = "new-head",
    /// What its leading verb is about is in no list.
    NewObject = "new-object",
    /// It has a colon.
    Colon = "colon",
    /// Three words at most.
    Short = "short",
    /// Ten words at least.
    Long = "long",
    /// A purpose or means is tacked on.
    Tail = "tail",
    /// The object is an effect.
    EffectObject = "effect-object",
    /// The subject is an effect.
    EffectSubject = "effect-subject",
    /// An amount stands in the subject.
    NumberedSubject = "numbered-subject",
    /// An amount stands in the object.
    NumberedObject = "numbered-object",
    /// A level stands in the object.
    LevelObject = "level-object",
    /// A level stands in the subject.
    LevelSubject = "level-subject",
    /// What it is about stands in the plural.
    PluralHead = "plural-head",
    /// What it is about stands in the singular.
    SingleHead = "single-head",
    /// Others do it.
    AgentOthers = "agent-others",
    /// "per", "each".
    Per = "per",
    /// Others speak of us.
    Voiced = "voiced",
    /// It ends with an amount.
    AtEnd = "at-end",
}

/// How a statement stands.
pub(super) const STANDS: [&str; 6] = ["begins", "bare", "acts", "suffers", "can", "is"];
/// Its amounts, each worth more than those before. With whether it moves, they number the shapes.
pub(super) const COUNTS: [&str; 4] = ["none", "few", "many", "level"];

/// The name of a shape.
pub(super) fn shape_name(shape: usize) -> String {
    let (stands, counts) = (STANDS[shape / 2 / COUNTS.len()], COUNTS[shape / 2 % COUNTS.len()]);
    format!("shape.{stands}-{counts}-{}", if shape % 2 == 1 { "moves" } else { "still" })
}
