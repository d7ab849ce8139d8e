import BenchmarkSuite
import CommandLineOptions

/// What can be typed, and the suite that comes of it.
enum BenchmarkCommands {
  static let program = Program(
    name: "benchmarks",
    summary: "Measures how fast Panj is. Build with -c release.",
    discussion: """
      Prints nanoseconds an operation and a checksum of the work, which is the same on every \
      machine. Without a command, everything is measured. Compare ratios within one run, not times \
      between machines. Benchmarks/Peers/compare sets the first loads against other programs.
      """,
    commands: [
      all, pieces, hold, mm1, walk, scenario, scenarios, workers, branching, places, flight,
      precision, allocations,
    ])

  private static let runs = Option(
    "runs", short: "r", value: .text("COUNT"), "How often each benchmark runs", defaultText: "5")
  private static let smoke = Option(
    "smoke", "Too little work to measure: a few seconds, to see that everything works")
  private static let json = Option("json", "JSON instead of a table")
  private static let scenarioFile = Option(
    "scenario", value: .path("FILE"), "The scenario",
    defaultText: Suite(size: .full, runs: 1).scenario)
  private static let scenariosFolder = Option(
    "scenarios", value: .path("FOLDER"), "Where the scenarios are", defaultText: "scenarios")
  private static let graph = Option(
    "graph", value: .path("FILE"), "The graph of the network walk",
    defaultText: Suite(size: .full, runs: 1).graph)
  private static let policy = Option(
    "policy", value: .path("FILE"), "The scenario with a policy",
    defaultText: Suite(size: .full, runs: 1).policy)
  private static let commodity = Option(
    "commodity", value: .text("ID"), "Whose deliveries are to be known precisely",
    defaultText: Suite(size: .full, runs: 1).commodity)
  private static let largest = Option(
    "largest", "Up to 10 000 000 in flight as well: half a minute a run and 2 GB")

  private static let all = Command(
    name: "all", summary: "Everything but allocations; some minutes.",
    examples: [
      Example("benchmarks all --smoke --runs 1", "see that everything works"),
      Example("benchmarks all --json > benchmarks.json", "keep a record"),
    ],
    options: [runs, smoke, json, scenarioFile, scenariosFolder, graph, policy, commodity, largest])
  private static let pieces = Command(
    name: "pieces", summary: "What an event is made of: draws, logarithm, quantile, queue.",
    examples: [Example("benchmarks pieces", "how far the loop is from its parts")],
    options: [runs, smoke, json])
  private static let hold = Command(
    name: "hold", summary: "The future event list under the hold model.",
    discussion: "Four kinds of increments, each with few, many and very many events pending.",
    examples: [
      Example("benchmarks hold", "every kind and size"),
      Example("benchmarks hold --pending 1000000 --increments bimodal --runs 3", "one of them"),
    ],
    options: [
      runs, smoke, json,
      Option("pending", value: .text("COUNT"), "Only this many pending events"),
      Option(
        "increments", value: .choice(HoldIncrements.allCases.map(\.rawValue)),
        "Only this kind of increments"),
    ])
  private static let mm1 = Command(
    name: "mm1", summary: "The queue M/M/1 at nine tenths of its capacity.",
    discussion: "The check is the mean time in the system; theory says 10.",
    examples: [Example("benchmarks mm1 --runs 10", "ten runs of five million customers")],
    options: [runs, smoke, json])
  private static let walk = Command(
    name: "walk", summary: "The network walk: 10 000 walkers on 200 places.",
    discussion: "The check is the mean number of arrivals of a walker; theory says 14.7913.",
    examples: [Example("benchmarks walk", "fifty replications a run")],
    options: [runs, smoke, json, graph])
  private static let scenario = Command(
    name: "scenario", summary: "One scenario, plain and whole, over numbers of workers.",
    examples: [
      Example(
        "benchmarks scenario --scenario scenarios/variants/prices.json", "another scenario")
    ],
    options: [runs, smoke, json, scenarioFile])
  private static let scenarios = Command(
    name: "scenarios", summary: "Every scenario of the project, plain and whole.",
    examples: [Example("benchmarks scenarios --runs 3", "which process costs what")],
    options: [runs, smoke, json, scenariosFolder])
  private static let workers = Command(
    name: "workers", summary: "One scenario over numbers of workers.",
    examples: [Example("benchmarks workers", "how well workers scale")],
    options: [runs, smoke, json, scenarioFile])
  private static let branching = Command(
    name: "branching", summary: "Ten policies that begin halfway, one by one and branched.",
    discussion: """
      What the policies share is simulated once when they are branched; the checksum is the same. \
      The check is the share of the days that is simulated.
      """,
    examples: [Example("benchmarks branching --runs 3", "what branching saves")],
    options: [runs, smoke, json, scenarioFile])
  private static let places = Command(
    name: "places", summary: "The whole model on 100 to 1 000 000 places.",
    discussion: "The network is made up; its 3 000 000 corridors take some 2 GB.",
    examples: [Example("benchmarks places --runs 2", "the cost of size")],
    options: [runs, smoke, json])
  private static let flight = Command(
    name: "flight", summary: "The whole model with 1000 to 1 000 000 consignments on their way.",
    discussion: "The check is how many are on their way at the end.",
    examples: [Example("benchmarks flight --largest --runs 2", "up to 10 000 000")],
    options: [runs, smoke, json, largest])
  private static let precision = Command(
    name: "precision", summary: "How long a half-width of 1 per cent takes.",
    discussion: """
      Of a commodity's deliveries, and of what a policy changes in them, with and without \
      common random numbers. What would take too long is extrapolated from 100 pairs of \
      replications. The check is the half-width reached, or the variance ratio.
      """,
    examples: [
      Example(
        "benchmarks precision --policy scenarios/policies/joint-operations.json", "another policy")
    ],
    options: [smoke, json, scenarioFile, policy, commodity])
  private static let allocations = Command(
    name: "allocations", summary: "Count what the event loop asks of the runtime.",
    discussion: """
      Needs the counter that Benchmarks/Allocations/count.sh loads. Fails when the loop allocates \
      or asks whether memory is shared.
      """,
    examples: [Example("Benchmarks/Allocations/count.sh", "all scenarios")],
    options: [
      smoke, json, scenariosFolder,
      Option("scenario", value: .path("FILE"), "Only this scenario"),
      Option(
        "events", value: .text("COUNT"), "How many events of each scenario",
        defaultText: "1000000"),
    ])

  /// The suite that the options ask for.
  static func suite(_ name: String, _ arguments: ParsedArguments) throws -> Suite {
    let options = Set(
      program.commands.first { $0.name == name }.map { $0.options.map(\.name) } ?? [])
    var suite = Suite(
      size: arguments.isGiven("smoke") ? .smoke : .full,
      runs: options.contains("runs") ? try arguments.positiveInteger("runs", upTo: 1000) ?? 5 : 1)
    if options.contains("scenario"), let path = try arguments.path("scenario") {
      suite.scenario = path
    }
    if options.contains("scenarios"), let path = try arguments.path("scenarios") {
      suite.scenarios = path
    }
    if options.contains("graph"), let path = try arguments.path("graph") { suite.graph = path }
    if options.contains("policy"), let path = try arguments.path("policy") { suite.policy = path }
    if options.contains("commodity"), let id = arguments.text("commodity") { suite.commodity = id }
    if options.contains("largest") { suite.includesLargest = arguments.isGiven("largest") }
    return suite
  }
}
