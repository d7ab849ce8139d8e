import Foundation

/// The benchmarks, in a size. Every function runs some of them.
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
  /// The scenario file that stands for all where one must.
  public var scenario = "scenarios/northern-route.json"
  /// The same with a policy.
  public var policy = "scenarios/policies/border-patrols.json"
  /// The commodity whose deliveries are to be known precisely.
  public var commodity = "heroin"
  /// The folder of all scenarios.
  public var scenarios = "scenarios"
  /// The graph of the network walk.
  public var graph = "Benchmarks/Peers/graph.txt"
  /// Whether growth is followed to a size that needs half a minute a run and 2 GB.
  public var includesLargest = false

  /// A suite with the project's own files, found from the project's folder.
  public init(size: Size, runs: Int) {
    self.size = size
    self.runs = runs
  }

  /// The number for the size.
  func pick<Value>(_ smoke: Value, _ full: Value) -> Value { size == .smoke ? smoke : full }

  /// 1, 2, 4, ... and the number of processors.
  static var workerCounts: [Int] {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    var counts = [1]
    while 2 * (counts.last ?? 1) < processors { counts.append(2 * (counts.last ?? 1)) }
    return processors > 1 ? counts + [processors] : counts
  }
}
