import Foundation

/// The benchmarks, in a size.
public struct Suite: Sendable {
  /// How much work a benchmark does.
  public enum Size: Sendable {
    /// A moment: shows that everything works.
    case smoke
    /// Long enough to measure.
    case full
  }

  /// How much work each benchmark does.
  public var size: Size
  /// How often each benchmark runs.
  public var runs: Int
  /// The scenario file.
  public var scenario: String

  /// A suite.
  public init(size: Size, runs: Int, scenario: String) {
    self.size = size
    self.runs = runs
    self.scenario = scenario
  }

  /// The hold model with few, many and very many events pending.
  public func hold() -> [Timing] {
    let pending = size == .smoke ? [100, 1_000] : [100, 10_000, 1_000_000]
    let holds = size == .smoke ? 4_000 : 4_000_000
    return pending.map { pending in
      Timing.of("hold, \(pending) pending", operation: "hold", runs: runs) {
        HoldModel.run(pending: pending, holds: holds)
      }
    }
  }

  /// The scenario with one worker, and doubling up to the number of processors.
  public func scenarioOverWorkers() throws -> [Timing] {
    let load = try ScenarioLoad(path: scenario)
    let replications = size == .smoke ? 2 : 16
    let processors = ProcessInfo.processInfo.activeProcessorCount
    var counts = [1]
    while 2 * (counts.last ?? 1) <= processors { counts.append(2 * (counts.last ?? 1)) }
    return try counts.map { workers in
      let name = "scenario, \(workers) \(workers == 1 ? "worker" : "workers")"
      return try Timing.of(name, operation: "event", runs: runs) {
        try load.run(replications: replications, workers: workers)
      }
    }
  }

  /// The scenario with one worker, plain and whole in turn: what the processes cost that answer to
  /// enforcement.
  public func scenarioOverModels() throws -> [Timing] {
    let whole = try ScenarioLoad(path: scenario)
    let plain = try whole.plain()
    let replications = size == .smoke ? 2 : 16
    var timings = [
      Timing(name: "scenario, plain model", operation: "event"),
      Timing(name: "scenario, whole model", operation: "event"),
    ]
    for _ in 0..<runs {
      try timings[0].add { try plain.run(replications: replications, workers: 1) }
      try timings[1].add { try whole.run(replications: replications, workers: 1) }
    }
    return timings
  }
}
