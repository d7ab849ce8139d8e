/// One benchmark, measured several times.
public struct Timing: Sendable {
  /// What was measured.
  public var name: String
  /// What one operation is: `hold`, `event`.
  public var operation: String
  /// How many operations one run did.
  public private(set) var operationCount = 0
  /// The duration of each run (s).
  public private(set) var seconds: [Double] = []
  /// The processor time of each run (s); empty where several workers ran.
  public private(set) var processorSeconds: [Double] = []
  /// A hash of the work done: the same on every machine and for every number of workers.
  public private(set) var checksum: UInt64 = 0
  /// A number of the work whose expectation is known.
  public private(set) var check: Double?
  /// What else the last run measured.
  public private(set) var figures: [Figure] = []

  /// Whether a single worker ran, so that processor time says how much work it was.
  private let isSingle: Bool

  /// A benchmark that has not been run.
  public init(_ name: String, operation: String, isSingle: Bool = true) {
    self.name = name
    self.operation = operation
    self.isSingle = isSingle
  }

  /// Runs a load several times.
  ///
  /// - Parameter load: does the same work each time.
  public static func of(
    _ name: String, operation: String, runs: Int, load: () throws -> WorkDone
  ) rethrows -> Timing {
    precondition(runs >= 1, "a benchmark has at least one run")
    var timing = Timing(name, operation: operation)
    for _ in 0..<runs { timing.add(try load()) }
    return timing
  }

  /// Takes in one more run, which must have done the same work as those before.
  public mutating func add(_ work: WorkDone) {
    precondition(
      seconds.isEmpty || work.checksum == checksum,
      "\(name) came to another checksum in run \(seconds.count): its work is not reproducible")
    seconds.append(work.time.seconds)
    if isSingle { processorSeconds.append(work.time.processorSeconds) }
    operationCount = work.operations
    checksum = work.checksum
    check = work.check
    figures = work.figures
  }

  /// Nanoseconds an operation by the wall: least, median and greatest over the runs.
  public var nanoseconds: (least: Double, median: Double, greatest: Double) {
    let sorted = seconds.sorted().map { $0 * 1e9 / Double(operationCount) }
    return (sorted[0], sorted[sorted.count / 2], sorted[sorted.count - 1])
  }

  /// Nanoseconds of processor time an operation, the median; `nil` where several workers ran.
  public var processorNanoseconds: Double? {
    if processorSeconds.isEmpty { return nil }
    return processorSeconds.sorted()[processorSeconds.count / 2] * 1e9 / Double(operationCount)
  }

  /// Millions of operations a second, at the median.
  public var millionPerSecond: Double { 1e3 / nanoseconds.median }
}
