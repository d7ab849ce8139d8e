import BenchmarkSuite
import Foundation
import Reporting
import ResultFiles

/// Timings as JSON, with what is needed to tell one machine from another.
struct BenchmarkRecord: Encodable {
  /// One benchmark.
  private struct Row: Encodable {
    var name: String
    var operation: String
    var operations: Int
    /// Of each run, by the wall.
    var seconds: [Double]
    /// Of each run; empty where several workers ran.
    var processorSeconds: [Double]
    var leastNanoseconds: Double
    var medianNanoseconds: Double
    var greatestNanoseconds: Double
    var checksum: String
    var check: Double?
    var figures: [Figure]
  }

  private let program = "benchmarks \(PanjVersion.current)"
  private let machine: String
  private let system = ProcessInfo.processInfo.operatingSystemVersionString
  private let processors = ProcessInfo.processInfo.activeProcessorCount
  private let timings: [Row]

  /// A record.
  init(_ timings: [Timing]) {
    machine = Self.processorName ?? "unknown"
    self.timings = timings.map { timing in
      let time = timing.nanoseconds
      return Row(
        name: timing.name, operation: timing.operation, operations: timing.operationCount,
        seconds: timing.seconds, processorSeconds: timing.processorSeconds,
        leastNanoseconds: time.least, medianNanoseconds: time.median,
        greatestNanoseconds: time.greatest, checksum: String(timing.checksum, radix: 16),
        check: timing.check, figures: timing.figures)
    }
  }

  /// The record as text, keys in order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// What Linux calls the processor.
  private static var processorName: String? {
    let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }
}
