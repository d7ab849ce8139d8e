// swift-tools-version: 6.2
import PackageDescription

// The manifest reads as the architecture: a target may import what it lists and nothing else.
// `Sources/README.md` draws the same picture with the reasons.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(
  _ name: String, imports dependencies: [String] = [], checksInvariants: Bool = false
) -> Target {
  // The one flag behind which invariants that cost time are checked: debug builds, so every test.
  let checks: [SwiftSetting] =
    checksInvariants ? [.define("INTERNAL_CHECKS", .when(configuration: .debug))] : []
  return .target(
    name: name,
    dependencies: dependencies.map { .byName(name: $0) },
    swiftSettings: settings + checks)
}

func tests(of name: String, using dependencies: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name] + dependencies).map { .byName(name: $0) },
    swiftSettings: settings)
}

let package = Package(
  name: "Panj",
  products: [
    .executable(name: "panj", targets: ["panj"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
  ],
  targets: [
    // Leaves: import nothing of ours.
    module("ElementaryFunctions"),
    module("PlainStorage"),
    module("CommandLineOptions"),

    // The future event list.
    module("EventKernel", imports: ["PlainStorage"], checksInvariants: true),

    // Chance, and what is estimated from it.
    module("RandomStreams", imports: ["ElementaryFunctions"]),
    module("OutputStatistics", imports: ["ElementaryFunctions"]),
    module(
      "SensitivityAnalysis",
      imports: ["ElementaryFunctions", "OutputStatistics", "RandomStreams"]),

    // Which points an experiment visits.
    module("ExperimentalDesigns", imports: ["RandomStreams"]),

    // What a scenario means, and how one is written down.
    module("TraffickingModel", imports: ["ElementaryFunctions", "RandomStreams"]),
    module(
      "ScenarioFormat", imports: ["ElementaryFunctions", "RandomStreams", "TraffickingModel"]),

    // One replication, many replications, and what a person sees of them.
    module(
      "FlowSimulation",
      imports: [
        "ElementaryFunctions", "EventKernel", "PlainStorage", "RandomStreams", "TraffickingModel",
      ]),
    module("Experiments", imports: ["FlowSimulation", "OutputStatistics"]),
    module("ResultFiles", imports: ["ScenarioFormat"]),
    module(
      "Sweeps",
      imports: [
        "ElementaryFunctions", "ExperimentalDesigns", "Experiments", "FlowSimulation",
        "OutputStatistics", "RandomStreams", "ResultFiles", "ScenarioFormat",
        "SensitivityAnalysis", "TraffickingModel",
      ]),
    module(
      "Reporting",
      imports: [
        "Experiments", "FlowSimulation", "OutputStatistics", "RandomStreams", "ResultFiles",
        "ScenarioFormat", "SensitivityAnalysis", "Sweeps", "TraffickingModel",
      ]),
    .executableTarget(
      name: "panj",
      dependencies: [
        "CommandLineOptions", "Experiments", "FlowSimulation", "OutputStatistics", "Reporting",
        "ResultFiles", "ScenarioFormat", "Sweeps", "TraffickingModel",
      ],
      swiftSettings: settings),

    // How fast it is.
    .target(
      name: "BenchmarkSuite",
      dependencies: [
        "ElementaryFunctions", "EventKernel", "Experiments", "FlowSimulation", "OutputStatistics",
        "PlainStorage", "RandomStreams", "ScenarioFormat", "TraffickingModel",
      ],
      path: "Benchmarks/Suite",
      swiftSettings: settings),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "BenchmarkSuite", "CommandLineOptions", "Reporting", "ResultFiles", "ScenarioFormat",
      ],
      path: "Benchmarks/Command",
      swiftSettings: settings),

    // What holds it to its promises. `Tests/` mirrors the targets.
    .target(
      name: "TestSupport",
      dependencies: [
        "FlowSimulation", "OutputStatistics", "RandomStreams", "ResultFiles", "TraffickingModel",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "ElementaryFunctions"),
    tests(of: "PlainStorage"),
    tests(of: "EventKernel"),
    tests(of: "CommandLineOptions"),
    tests(of: "RandomStreams"),
    tests(of: "OutputStatistics", using: ["ElementaryFunctions"]),
    tests(of: "ExperimentalDesigns", using: ["RandomStreams"]),
    .testTarget(
      name: "SensitivityAnalysisTests",
      dependencies: [
        "ElementaryFunctions", "OutputStatistics", "RandomStreams", "SensitivityAnalysis",
      ],
      exclude: ["Resources"],
      swiftSettings: settings),
    tests(of: "TraffickingModel", using: ["TestSupport"]),
    tests(of: "ScenarioFormat", using: ["RandomStreams", "TraffickingModel"]),
    tests(
      of: "FlowSimulation",
      using: ["OutputStatistics", "RandomStreams", "TestSupport", "TraffickingModel"]),
    tests(
      of: "Experiments",
      using: [
        "FlowSimulation", "OutputStatistics", "RandomStreams", "TestSupport", "TraffickingModel",
      ]),
    tests(of: "ResultFiles", using: ["TestSupport"]),
    tests(
      of: "Sweeps",
      using: [
        "ElementaryFunctions", "ExperimentalDesigns", "Experiments", "FlowSimulation",
        "OutputStatistics", "ResultFiles", "ScenarioFormat", "SensitivityAnalysis", "TestSupport",
        "TraffickingModel",
      ]),
    tests(
      of: "Reporting", using: ["ResultFiles", "ScenarioFormat", "TestSupport", "TraffickingModel"]),
    tests(of: "BenchmarkSuite", using: ["FlowSimulation", "TestSupport", "TraffickingModel"]),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "FlowSimulation", "RandomStreams", "Reporting", "ResultFiles", "ScenarioFormat",
        "Sweeps", "TestSupport", "TraffickingModel", "panj",
      ],
      exclude: ["Resources"],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
