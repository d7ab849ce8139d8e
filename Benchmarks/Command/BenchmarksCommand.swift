import BenchmarkSuite
import CommandLineOptions
import Foundation
import Reporting
import ScenarioFormat

/// `benchmarks`: measures throughput and prints a table with a checksum of the work.
@main
enum BenchmarksCommand {
  static let program = Program(
    name: "benchmarks",
    summary: "Measures how fast Panj is. Build with -c release.",
    discussion: "Compare ratios within one run, not times between machines.",
    commands: [all, hold, scenario, allocations])

  private static let options = [
    Option(
      "runs", short: "r", value: .text("COUNT"), "How often each benchmark runs",
      defaultText: "5"),
    Option("scenario", value: .path("FILE"), "The scenario", defaultText: defaultScenario),
    Option("smoke", "A size that takes a moment, to see that everything works"),
  ]
  private static let defaultScenario = "scenarios/northern-route.json"

  private static let all = Command(
    name: "all", summary: "The hold model and the scenario.", options: options)
  private static let hold = Command(
    name: "hold", summary: "The future event list under the hold model.", options: options)
  private static let scenario = Command(
    name: "scenario", summary: "A scenario, plain and whole, over numbers of workers.",
    options: options)
  private static let allocations = Command(
    name: "allocations", summary: "Count what the event loop allocates.",
    discussion: "Needs the counter that Benchmarks/Allocations/count-allocations.sh loads.",
    options: options + [
      Option("events", value: .text("COUNT"), "How many events", defaultText: "10000000")
    ])

  static func main() {
    StandardOutput.ignoreBrokenPipes()
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch let error as UsageError {
      fail("benchmarks: \(error)", .usage)
    } catch {
      fail("benchmarks: \(error)", .badInput)
    }
  }

  private static func run(_ words: [String]) throws {
    let invocation = try program.parse(words.isEmpty ? ["all"] : words) {
      NearestName.suggestion(for: $0, among: $1)
    }
    switch invocation {
    case .help(let command):
      try StandardOutput.output.write(
        command.map { HelpText.text(of: $0, in: program) } ?? HelpText.text(of: program))
    case .version:
      try StandardOutput.output.write("benchmarks \(PanjVersion.current)\n")
    case .command(let command, let arguments):
      try run(command.name, arguments)
    }
  }

  private static func run(_ name: String, _ arguments: ParsedArguments) throws {
    let suite = Suite(
      size: arguments.isGiven("smoke") ? .smoke : .full,
      runs: try arguments.positiveInteger("runs", upTo: 1000) ?? 5,
      scenario: try arguments.path("scenario") ?? defaultScenario)
    if name == "allocations" {
      let events = try arguments.positiveInteger("events") ?? 10_000_000
      return try countAllocations(suite, events: events)
    }
    var timings = [Timing]()
    if name != "scenario" { timings += suite.hold() }
    if name != "hold" {
      timings += try suite.scenarioOverModels()
      timings += try suite.scenarioOverWorkers()
    }
    try StandardOutput.output.write(table(of: timings))
  }

  private static func countAllocations(_ suite: Suite, events: Int) throws {
    guard let counter = AllocationCounter() else {
      fail(
        "benchmarks: the counter is not loaded; run Benchmarks/Allocations/count-allocations.sh",
        .usage)
    }
    let load = try ScenarioLoad(path: suite.scenario)
    let counted = load.countingLoop(events: events) { counter.count }
    try StandardOutput.output.write(
      "\(counted.count) allocations in \(counted.events) events of the loop "
        + "(\(counter.count) in the whole process)\n")
  }

  private static func table(of timings: [Timing]) -> String {
    var table = TextTable(columns: [
      .init("Benchmark"), .init("ns each", .right), .init("least", .right),
      .init("greatest", .right), .init("million/s", .right), .init("Of", .left),
      .init("Checksum", .right),
    ])
    for timing in timings {
      let time = timing.nanoseconds
      table.addRow([
        timing.name, NumberText.significant(time.median), NumberText.significant(time.least),
        NumberText.significant(time.greatest),
        NumberText.significant(timing.millionPerSecond), timing.operation,
        String(timing.checksum, radix: 16),
      ])
    }
    return table.rendered(width: 110)
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    try? StandardOutput.error.write(message + "\n")
    exit(status.rawValue)
  }
}
