import Foundation
import Testing

/// Every system that the source documents name can be switched on and moves what it is about.
///
/// The effects are measured on the real scenarios, which takes an optimised program: they are
/// tested when `PANJ_RELEASE` names one, as `.ci/run` does.
@Suite("The systems of the source documents")
struct SystemScenarioTests {
  /// The optimised program.
  static let program = ProcessInfo.processInfo.environment["PANJ_RELEASE"]

  @Test("Each has a scenario")
  func complete() throws {
    let systems = try SystemScenario.all()
    #expect(Set(systems.map(\.system)) == SystemScenario.named)
    for system in systems where system.direction == .none {
      #expect(system.reason?.isEmpty == false, "\(system.scenario)")
    }
  }

  /// Intervals are of 95 per cent: a scenario that moves nothing would pass in one of forty cases
  /// by chance, for the one seed that is fixed here.
  @Test(
    "Each moves the response it is about, in the direction stated",
    .enabled(if: program != nil, "needs PANJ_RELEASE: the path of an optimised panj"))
  func effects() throws {
    let systems = try SystemScenario.all()
    for base in Set(systems.map(\.base)).sorted() {
      let own = systems.filter { $0.base == base }
      for replications in Set(own.map(\.replications)).sorted() {
        try check(own.filter { $0.replications == replications }, against: base, replications)
      }
    }
  }

  private func check(
    _ systems: [SystemScenario], against base: String, _ replications: Int
  ) throws {
    let folder = CommandLineRepository.root + "/scenarios"
    let scenarios = Set(systems.map(\.scenario)).sorted()
    let ending = try CommandLineProcess(
      ["compare", base] + scenarios + ["-n", "\(replications)", "--format", "csv", "--quiet"],
      program: try #require(Self.program), in: folder, limit: 1200
    ).ending()
    #expect(ending.status == 0, "\(ending.errors)")
    let table = try CommandLineTable(ending.outputText)
    for system in systems {
      let row = table.row { $0["scenario"] == system.scenario && $0["column"] == system.column }
      let cells = try #require(row, "\(system.scenario) has no \(system.column)")
      let low = try #require(cells["ci_low"].flatMap(Double.init))
      let high = try #require(cells["ci_high"].flatMap(Double.init))
      let found = low > 0 ? "up" : high < 0 ? "down" : "none"
      #expect(
        found == system.direction.rawValue,
        "\(system.scenario): \(system.column) by \(low) to \(high)")
    }
  }

  /// A run simulates one scenario from the start, a comparison what they share once.
  @Test(
    "Policies compared with their base have the means that they have by themselves, to the digit",
    .enabled(if: program != nil, "needs PANJ_RELEASE: the path of an optimised panj"))
  func branches() throws {
    let program = try #require(Self.program)
    let scenarios = CommandLineRepository.root + "/scenarios"
    let policies = ["border-patrols", "spider-web", "synthetics-growth", "remote-ordering"]
      .map { "policies/\($0).json" }
    let comparison = try CommandLineProcess(
      ["compare", "northern-route.json"] + policies + ["-n", "3", "--format", "csv"],
      program: program, in: scenarios, limit: 300
    ).ending()
    #expect(comparison.errors.contains("Simulated together with the base until 2024-01-01"))
    let compared = try CommandLineTable(comparison.outputText)
    let folder = try CommandLineFolder()
    for policy in policies {
      let run = try CommandLineProcess(
        ["run", policy, "-n", "3", "--format", "csv", "--quiet", "--out", folder.path("run")]
          + ["--replace"], program: program, in: scenarios, limit: 300
      ).ending()
      let alone = try CommandLineTable(run.outputText)
      var means: [String: String] = [:]
      for (column, mean) in zip(alone.column("column"), alone.column("mean")) {
        means[column] = mean
      }
      let isOfPolicy = compared.column("scenario").map { $0 == policy }
      let columns = compared.column("column")
      let variants = compared.column("variant_mean")
      let rows = columns.indices.filter { isOfPolicy[$0] && !columns[$0].hasPrefix("prevented") }
      #expect(rows.count > 100)
      // A mean over all replications; ratios that are not defined in all have other pairs.
      let counts = compared.column("n")
      #expect(rows.allSatisfy { counts[$0] != "3" || means[columns[$0]] == variants[$0] })
    }
  }

  @Test(
    "The platform gains more than five times from common random numbers",
    .enabled(if: program != nil, "needs PANJ_RELEASE: the path of an optimised panj"))
  func varianceRatio() throws {
    let ending = try CommandLineProcess(
      [
        "compare", "northern-route.json", "policies/sco-anti-drug-centre.json", "-n", "100",
        "--format", "csv", "--quiet",
      ], program: try #require(Self.program), in: CommandLineRepository.root + "/scenarios",
      limit: 300
    ).ending()
    let table = try CommandLineTable(ending.outputText)
    let row = table.row { $0["column"] == "delivered_kg__heroin" }
    let ratio = try #require(row?["variance_ratio"].flatMap(Double.init))
    #expect(ratio > 5)
  }
}
