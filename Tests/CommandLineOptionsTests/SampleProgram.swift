import CommandLineOptions

/// A small program with one of everything, for the tests.
enum SampleProgram {
  static let run = Command(
    name: "run", summary: "simulate a scenario and write its results",
    discussion: """
      Simulates the scenario as often as asked and writes one row for each replication into the \
      folder. The same seed gives the same bytes on every machine.

      A second paragraph.
      """,
    examples: [
      Example("flow run baseline.json --out base", "Simulates the baseline into the folder base.")
    ],
    arguments: [
      Positional("scenario", "the scenario file", isPath: true),
      Positional("more", "further scenarios", occurrence: .zeroOrMore, isPath: true),
    ],
    options: [
      Option(
        "replications", short: "n", value: .text("count"), "how many replications",
        defaultText: "1,000"),
      Option("seed", value: .text("number"), "the seed of the random streams", defaultText: "1"),
      Option("out", short: "o", value: .path("folder"), "where results go"),
      Option("share", value: .text("fraction"), "a share"),
      Option("set", value: .text("lever=value"), "sets a lever", isRepeatable: true),
      Option("format", value: .choice(["csv", "json"]), "the format of the results"),
      Option("quiet", short: "q", "shows no progress"),
      Option("verbose", short: "v", "says more"),
    ])

  static let check = Command(
    name: "check", summary: "read a scenario and say what is wrong with it",
    arguments: [Positional("scenario", "the scenario file")])

  static let program = Program(
    name: "flow", summary: "a sample", discussion: "What it is for.", commands: [run, check],
    exitCodes: [ExitCodeMeaning(0, "success"), ExitCodeMeaning(64, "a wrong command line")])

  /// The first candidate that begins with the same two letters.
  static func suggest(_ word: String, among candidates: [String]) -> String? {
    candidates.first { $0.hasPrefix(word.prefix(2)) }
  }

  static func parse(_ words: String...) throws(UsageError) -> ParsedArguments {
    try run.parse(words, suggest: suggest)
  }
}
