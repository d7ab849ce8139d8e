/// Which target may import what: the same picture as in `Package.swift`, with the reasons for
/// keeping it written down once, in `Sources/README.md`.
enum ImportMap {
  /// What a target may import.
  struct Line: Sendable {
    let target: String
    /// Modules of this package.
    let own: Set<String>
    /// Modules that come with the toolchain, besides the standard library itself.
    let system: Set<String>
    /// Whether what the target computes reaches a result, so that it must not depend on the clock,
    /// on hashing or on the machine's own random numbers.
    let isResultPath: Bool

    init(
      _ target: String, _ own: Set<String> = [], system: Set<String> = [],
      isResultPath: Bool = true
    ) {
      self.target = target
      self.own = own
      self.system = system
      self.isResultPath = isResultPath
    }
  }

  /// The C libraries, only for calls to the operating system.
  private static let c: Set<String> = ["Glibc", "Musl", "Darwin"]

  static let lines: [Line] = [
    Line("ElementaryFunctions"),
    Line("EventKernel"),
    Line("CommandLineOptions", isResultPath: false),
    Line("RandomStreams", ["ElementaryFunctions"]),
    Line("OutputStatistics", ["ElementaryFunctions"]),
    Line("TraffickingModel", ["ElementaryFunctions", "RandomStreams"]),
    Line("ScenarioFormat", ["RandomStreams", "TraffickingModel"], system: ["Foundation"]),
    Line(
      "FlowSimulation",
      ["ElementaryFunctions", "RandomStreams", "EventKernel", "TraffickingModel"]),
    Line(
      "Experiments", ["FlowSimulation", "OutputStatistics", "TraffickingModel"],
      system: ["Dispatch", "Foundation", "Synchronization"]),
    Line(
      "Reporting", ["Experiments", "FlowSimulation", "OutputStatistics", "TraffickingModel"],
      system: c.union(["Foundation", "Synchronization"]), isResultPath: false),
    Line(
      "panj",
      [
        "CommandLineOptions", "Experiments", "FlowSimulation", "OutputStatistics", "RandomStreams",
        "Reporting", "ScenarioFormat", "TraffickingModel",
      ],
      system: c.union(["Dispatch", "Foundation", "Synchronization"]), isResultPath: false),
  ]

  static func line(of target: String) -> Line? {
    lines.first { $0.target == target }
  }
}
