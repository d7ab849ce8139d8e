import BenchmarkSuite
import CommandLineOptions
import Foundation
import Reporting
import ResultFiles
import ScenarioFormat

/// `benchmarks`: measures throughput and prints a table with a checksum of the work.
@main
enum BenchmarksCommand {
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
    let invocation = try BenchmarkCommands.program.parse(words.isEmpty ? ["all"] : words) {
      NearestName.suggestion(for: $0, among: $1)
    }
    switch invocation {
    case .help(let command):
      let program = BenchmarkCommands.program
      try StandardOutput.output.write(
        command.map { HelpText.text(of: $0, in: program) } ?? HelpText.text(of: program))
    case .version:
      try StandardOutput.output.write("benchmarks \(PanjVersion.current)\n")
    case .command(let command, let arguments):
      try run(command.name, arguments)
    }
  }

  private static func run(_ name: String, _ arguments: ParsedArguments) throws {
    let suite = try BenchmarkCommands.suite(name, arguments)
    if name == "allocations" {
      return try countCalls(suite, arguments)
    }
    let timings = try timings(suite, name, arguments)
    let isJSON = arguments.isGiven("json")
    try StandardOutput.output.write(
      isJSON ? BenchmarkRecord(timings).json() : TimingTable.text(of: timings))
  }

  private static func timings(
    _ suite: Suite, _ name: String, _ arguments: ParsedArguments
  ) throws -> [Timing] {
    switch name {
    case "hold":
      return suite.hold(
        pending: try arguments.positiveInteger("pending", upTo: 100_000_000).map { [$0] } ?? [],
        increments: try arguments.choice("increments", as: HoldIncrements.self).map { [$0] } ?? [])
    case "mm1": return [suite.singleServerQueue()]
    case "walk": return [try suite.walk()]
    case "pieces": return suite.pieces()
    case "scenario": return try suite.scenarioOverModels() + suite.scenarioOverWorkers()
    case "scenarios": return try suite.allScenarios()
    case "workers": return try suite.scenarioOverWorkers()
    case "branching": return try suite.branching()
    case "places": return try suite.places()
    case "flight": return try suite.flight()
    case "precision": return try suite.precision()
    default:
      return suite.pieces() + suite.hold() + [suite.singleServerQueue(), try suite.walk()]
        + (try suite.allScenarios()) + (try suite.scenarioOverWorkers())
        + (try suite.branching()) + (try suite.places())
        + (try suite.flight()) + (try suite.precision())
    }
  }

  /// Counts what the event loop asks of the runtime, scenario by scenario.
  private static func countCalls(_ suite: Suite, _ arguments: ParsedArguments) throws {
    guard let counter = RuntimeCounter() else {
      fail(
        "benchmarks: the counter is not loaded; run Benchmarks/Allocations/count.sh", .usage)
    }
    let events =
      try arguments.positiveInteger("events") ?? (suite.size == .smoke ? 1_000 : 1_000_000)
    let paths =
      try arguments.path("scenario").map { [$0] } ?? ShippedScenarios.paths(in: suite.scenarios)
    let counts = try CallCounts(paths, events: events, counter: counter)
    try StandardOutput.output.write(
      arguments.isGiven("json") ? counts.json() : counts.table)
    if let fault = counts.fault { fail("benchmarks: \(fault)", .internalFault) }
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    try? StandardOutput.error.write(message + "\n")
    exit(status.rawValue)
  }
}
