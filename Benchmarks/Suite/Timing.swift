/// One benchmark, measured several times.
public struct Timing: Sendable {
  /// What was measured.
  public var name: String
  /// What one operation is: `hold`, `event`.
  public var operation: String
  /// How many operations one run did.
  public var operationCount: Int
  /// The duration of each run (s).
  public var seconds: [Double]
  /// A hash of the work done: the same on every machine and for every number of workers.
  public var checksum: UInt64

  /// Nanoseconds an operation: least, median and greatest over the runs.
  public var nanoseconds: (least: Double, median: Double, greatest: Double) {
    let sorted = seconds.sorted().map { $0 * 1e9 / Double(operationCount) }
    return (sorted[0], sorted[sorted.count / 2], sorted[sorted.count - 1])
  }

  /// Millions of operations a second, at the median.
  public var millionPerSecond: Double { 1e3 / nanoseconds.median }

  /// Runs some work several times and times each run.
  ///
  /// - Parameter work: does the operations and returns how many and a checksum, the same each time.
  public static func of(
    _ name: String, operation: String, runs: Int,
    work: () throws -> (operations: Int, checksum: UInt64)
  ) rethrows -> Timing {
    precondition(runs >= 1, "a benchmark has at least one run")
    var timing = Timing(name: name, operation: operation)
    for _ in 0..<runs { try timing.add(work) }
    return timing
  }

  /// A benchmark that has not been run.
  init(name: String, operation: String) {
    self.name = name
    self.operation = operation
    operationCount = 0
    seconds = []
    checksum = 0
  }

  /// Runs the work once more.
  mutating func add(
    _ work: () throws -> (operations: Int, checksum: UInt64)
  ) rethrows {
    let start = ContinuousClock.now
    let done = try work()
    seconds.append((ContinuousClock.now - start) / .seconds(1))
    precondition(
      seconds.count == 1 || done.checksum == checksum,
      "\(name) came to another checksum in run \(seconds.count): its work is not reproducible")
    operationCount = done.operations
    checksum = done.checksum
  }
}

/// A hash of numbers in order (FNV-1a over 64-bit words).
public struct Checksum: Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash of nothing.
  public init() {}

  /// Takes in a word.
  @inline(__always)
  public mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01b3 }

  /// Takes in the bits of a number.
  @inline(__always)
  public mutating func add(_ number: Double) { add(number.bitPattern) }
}
