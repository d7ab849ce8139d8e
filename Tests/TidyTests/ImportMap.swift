/// Which target may import what: the same picture as in `Package.swift`, with the reasons for
/// keeping it written down once, in `Sources/README.md`.
enum ImportMap {
  /// What a target may import.
  struct Line: Sendable {
    let target: String
    /// Where its files are.
    let folder: String
    /// Modules of this package.
    let own: Set<String>
    /// Modules that come with the toolchain, besides the standard library itself.
    let system: Set<String>
    /// Whether what the target computes reaches a result, so that it must not depend on hashing, on
    /// the machine's own random numbers or on C's mathematics.
    let isResultPath: Bool
    /// Whether a target on the path of results may read the clock all the same, for progress and
    /// time limits.
    let readsClock: Bool

    init(
      _ target: String, _ own: Set<String> = [], in folder: String? = nil,
      system: Set<String> = [], isResultPath: Bool = true, readsClock: Bool = false
    ) {
      self.target = target
      self.folder = folder ?? "Sources/" + target
      self.own = own
      self.system = system
      self.isResultPath = isResultPath
      self.readsClock = readsClock
    }
  }

  /// The C libraries, only for calls to the operating system.
  private static let c: Set<String> = ["Glibc", "Musl", "Darwin"]

  static let lines: [Line] = [
    Line("ElementaryFunctions"),
    Line("PlainStorage"),
    Line("EventKernel", ["PlainStorage"]),
    Line("CommandLineOptions", isResultPath: false),
    Line("RandomStreams", ["ElementaryFunctions"]),
    Line("OutputStatistics", ["ElementaryFunctions"]),
    Line("ExperimentalDesigns", ["RandomStreams"]),
    Line("SensitivityAnalysis", ["ElementaryFunctions", "OutputStatistics", "RandomStreams"]),
    Line("TraffickingModel", ["ElementaryFunctions", "RandomStreams"]),
    Line(
      "ScenarioFormat", ["ElementaryFunctions", "RandomStreams", "TraffickingModel"],
      system: ["Foundation"]),
    Line(
      "FlowSimulation",
      ["ElementaryFunctions", "EventKernel", "PlainStorage", "RandomStreams", "TraffickingModel"]),
    Line(
      "Experiments", ["FlowSimulation", "OutputStatistics"],
      system: ["Dispatch", "Foundation", "Synchronization"], readsClock: true),
    Line(
      "ResultFiles", ["ScenarioFormat"], system: c.union(["Synchronization"]),
      isResultPath: false),
    Line(
      "Sweeps",
      [
        "ElementaryFunctions", "ExperimentalDesigns", "Experiments", "FlowSimulation",
        "OutputStatistics", "RandomStreams", "ResultFiles", "ScenarioFormat",
        "SensitivityAnalysis", "TraffickingModel",
      ], system: ["Dispatch", "Foundation", "Synchronization"], readsClock: true),
    Line(
      "Reporting",
      [
        "Experiments", "FlowSimulation", "OutputStatistics", "RandomStreams", "ResultFiles",
        "ScenarioFormat", "SensitivityAnalysis", "Sweeps", "TraffickingModel",
      ], system: ["Foundation", "Synchronization"], isResultPath: false),
    Line(
      "panj",
      [
        "CommandLineOptions", "Experiments", "FlowSimulation", "OutputStatistics", "Reporting",
        "ResultFiles", "ScenarioFormat", "Sweeps", "TraffickingModel",
      ], system: c.union(["Dispatch", "Foundation", "Synchronization"]), isResultPath: false),
    Line(
      "BenchmarkSuite",
      [
        "ElementaryFunctions", "EventKernel", "Experiments", "FlowSimulation", "OutputStatistics",
        "PlainStorage", "RandomStreams", "ScenarioFormat", "TraffickingModel",
      ], in: "Benchmarks/Suite", system: ["Foundation"], isResultPath: false),
    Line(
      "benchmarks",
      ["BenchmarkSuite", "CommandLineOptions", "Reporting", "ResultFiles", "ScenarioFormat"],
      in: "Benchmarks/Command", system: ["Foundation"], isResultPath: false),
    Line(
      "TestSupport",
      ["FlowSimulation", "OutputStatistics", "RandomStreams", "ResultFiles", "TraffickingModel"],
      in: "Tests/TestSupport", system: ["Foundation"], isResultPath: false),
  ]

  /// The line of the target that a file belongs to.
  static func line(ofFile path: String) -> Line? {
    lines.first { path.hasPrefix($0.folder + "/") }
  }
}
