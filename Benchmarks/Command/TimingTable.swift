import BenchmarkSuite
import Reporting
import ResultFiles

/// Timings as a table, and below it what else was measured.
enum TimingTable {
  /// The tables as text.
  static func text(of timings: [Timing]) -> String {
    var table = TextTable(columns: [
      .init("Benchmark"), .init("ns each", .right), .init("least", .right),
      .init("greatest", .right), .init("processor", .right), .init("million/s", .right),
      .init("Of"), .init("Check", .right), .init("Checksum", .right),
    ])
    for timing in timings {
      let time = timing.nanoseconds
      table.addRow([
        timing.name, NumberText.significant(time.median), NumberText.significant(time.least),
        NumberText.significant(time.greatest),
        timing.processorNanoseconds.map { NumberText.significant($0) } ?? "",
        NumberText.significant(timing.millionPerSecond), timing.operation,
        timing.check.map { NumberText.significant($0) } ?? "",
        String(timing.checksum, radix: 16),
      ])
    }
    return table.rendered(width: 200) + figures(of: timings)
  }

  private static func figures(of timings: [Timing]) -> String {
    if timings.allSatisfy({ $0.figures.isEmpty }) { return "" }
    var table = TextTable(columns: [
      .init("Benchmark"), .init("Figure"), .init("Value", .right), .init("Unit"),
    ])
    for timing in timings {
      for figure in timing.figures {
        table.addRow([
          timing.name, figure.name, NumberText.significant(figure.value), figure.unit,
        ])
      }
    }
    return "\n" + table.rendered(width: 200)
  }
}
