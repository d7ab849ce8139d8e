import Foundation
import Reporting
import ResultFiles
import ScenarioFormat
import Testing

/// The run folder that `panj run` leaves, seen from outside.
@Suite("The command line: the run folder")
struct CommandLineRunTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  /// What every run folder holds.
  static let files = [
    "corridors.csv", "datapackage.json", "monthly.csv", "replications.csv", "run.json",
    "scenario.json", "summary.csv",
  ]

  /// The files that depend on nothing but scenario, seed, version and replications.
  static let reproducibleFiles = files.filter { $0 != "run.json" }

  /// Runs the small scenario into a folder inside.
  @discardableResult
  private func run(
    into out: String, _ words: String..., environment: [String: String] = [:]
  ) throws -> CommandLineProcess.Ending {
    let ending = try CommandLineProcess(
      ["run", CommandLineRepository.smallScenario, "--out", folder.path(out)] + words,
      environment: environment
    ).ending()
    try #require(ending.status == 0, "\(ending.errors)")
    return ending
  }

  private func expectSameBytes(
    _ one: String, _ other: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    for name in Self.reproducibleFiles {
      let bytes = try #require(folder.bytes("\(one)/\(name)"), sourceLocation: sourceLocation)
      #expect(
        bytes == folder.bytes("\(other)/\(name)"), "\(name)", sourceLocation: sourceLocation)
    }
  }

  @Test("It holds the promised files and no lock or half-written file")
  func names() throws {
    try run(into: "a", "-n", "3")
    #expect(try folder.names("a") == Self.files)
  }

  @Test("One worker and seven give the same bytes in every file but run.json")
  func workers() throws {
    try run(into: "a", "-n", "40", "--workers", "1")
    try run(into: "b", "-n", "40", "--workers", "7")
    try expectSameBytes("a", "b")
  }

  @Test("The same command twice gives the same bytes in every file but run.json")
  func again() throws {
    try run(into: "a", "-n", "10")
    try run(into: "b", "-n", "10")
    try expectSameBytes("a", "b")
  }

  @Test("A processor without FMA and AVX2 gives the same bytes")
  func otherProcessor() throws {
    try run(into: "a", "-n", "10")
    try run(
      into: "b", "-n", "10", environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2"])
    try expectSameBytes("a", "b")
  }

  @Test("Neither language nor time zone of the user changes a byte")
  func locale() throws {
    try run(into: "a", "-n", "5")
    try run(
      into: "b", "-n", "5",
      environment: ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Dushanbe"])
    try expectSameBytes("a", "b")
  }

  @Test("Another seed gives other replications")
  func seeds() throws {
    try run(into: "a", "-n", "5", "--seed", "1")
    try run(into: "b", "-n", "5", "--seed", "2")
    #expect(folder.bytes("a/replications.csv") != folder.bytes("b/replications.csv"))
  }

  @Test("The largest seed is carried without loss")
  func largestSeed() throws {
    try run(into: "a", "-n", "1", "--seed", "18446744073709551615")
    let run = try object("a/run.json")
    #expect(run["seed"] as? String == "18446744073709551615")
  }

  @Test("The first 4 rows of 9 replications are those of 4 replications")
  func prefix() throws {
    try run(into: "a", "-n", "4")
    try run(into: "b", "-n", "9")
    let few = try #require(folder.text("a/replications.csv")).split(separator: "\n")
    let many = try #require(folder.text("b/replications.csv")).split(separator: "\n")
    #expect(few.count == 5 && many.count == 10)
    #expect(few == Array(many.prefix(5)))
  }

  private func object(_ name: String) throws -> [String: Any] {
    let bytes = try #require(folder.bytes(name))
    let value = try JSONSerialization.jsonObject(with: Data(bytes))
    return try #require(value as? [String: Any])
  }

  @Test("run.json says seed, counts, ending, workers and the command")
  func runRecord() throws {
    try run(into: "a", "-n", "6", "--seed", "9", "--workers", "2")
    let run = try object("a/run.json")
    #expect(run["format"] as? String == "panj-run/1")
    #expect(run["seed"] as? String == "9")
    let replications = try #require(run["replications"] as? [String: Any])
    #expect(replications["done"] as? Int == 6 && replications["cap"] as? Int == 6)
    #expect(replications["ending"] as? String == "completed")
    let host = try #require(run["host"] as? [String: Any])
    #expect(host["workers"] as? Int == 2)
    let command = try #require(run["command"] as? [String])
    #expect(command.contains(CommandLineRepository.smallScenario) && command.contains("--seed"))
    #expect(try #require(run["mass_balance_residual"] as? Double) < 1e-9)
  }

  @Test("The events of run.json are the sum of those in replications.csv")
  func eventCount() throws {
    try run(into: "a", "-n", "6")
    let table = try CommandLineTable(#require(folder.text("a/replications.csv")))
    let events = try table.column("events").map { try #require(Int($0)) }.reduce(0, +)
    #expect(try object("a/run.json")["events"] as? Int == events && events > 0)
  }

  @Test("The hash in run.json is that of scenario.json")
  func scenarioHash() throws {
    try run(into: "a", "-n", "1")
    let scenario = try #require(try object("a/run.json")["scenario"] as? [String: Any])
    let bytes = try #require(folder.bytes("a/scenario.json"))
    #expect(scenario["sha256"] as? String == SHA256.hexadecimal(bytes))
  }

  @Test("scenario.json is a valid scenario whose run has the same bytes")
  func resolvedScenario() throws {
    try run(into: "a", "-n", "3")
    let ending = try CommandLineProcess.panj(
      "run", folder.path("a/scenario.json"), "-n", "3", "--out", folder.path("b"))
    #expect(ending.status == 0)
    try expectSameBytes("a", "b")
  }

  @Test("--format csv is summary.csv")
  func summaryOnOutput() throws {
    let ending = try run(into: "a", "-n", "5", "--format", "csv", "--quiet")
    #expect(ending.output == folder.bytes("a/summary.csv"))
    #expect(ending.errors.isEmpty)
  }

  @Test("--format json has the estimates of summary.csv")
  func jsonOnOutput() throws {
    let ending = try run(into: "a", "-n", "5", "--format", "json")
    // Foundation's reader may lose the last bit of a number; ours does not.
    let value = try JSONReader.read(ending.output, file: "standard output")
    let responses = try #require(value["responses"]?.elements)
    let table = try CommandLineTable(#require(folder.text("a/summary.csv")))
    #expect(responses.map { $0["column"]?.string } == table.column("column"))
    #expect(responses.map { $0["mean"]?.number?.double } == table.column("mean").map { Double($0) })
    #expect(value["seed"] == "1" && value["replications"] == 5)
  }

  @Test("The table names the scenario, the interval's level and the main responses")
  func tableOnOutput() throws {
    let ending = try run(into: "a", "-n", "5")
    for words in ["A small crossing", "95% intervals", "Interdiction rate", "Lowland"] {
      #expect(ending.outputText.contains(words), "\(words)")
    }
    #expect(ending.errors == "Results are in \(folder.path("a"))\n")
  }

  @Test("What is not a terminal gets no control characters")
  func plainOutput() throws {
    let ending = try run(into: "a", "-n", "5")
    #expect(!ending.output.contains(0x1B) && !ending.errors.utf8.contains(0x0D))
  }

  @Test("Without --out the folder is under runs/ and the same run replaces it")
  func defaultFolder() throws {
    for _ in 0..<2 {
      let ending = try CommandLineProcess.panj(
        "run", CommandLineRepository.smallScenario, "-n", "2", in: folder.path)
      #expect(ending.status == 0)
    }
    let names = try folder.names("runs")
    #expect(names.count == 1)
    #expect(names.first?.hasPrefix("small-scenario-") == true)
  }

  @Test("Without --out another seed, count, precision or cap has a folder of its own")
  func defaultFolders() throws {
    let target = "--precision=delivered_kg__heroin=50"
    for words in [
      ["-n", "2"], ["-n", "3"], ["-n", "2", "-s", "2"], [target, "--cap", "4"],
      [target, "--cap", "5"], ["--precision=delivered_kg__opium=50", "--cap", "5"],
    ] {
      let ending = try CommandLineProcess(
        ["run", CommandLineRepository.smallScenario] + words, in: folder.path
      ).ending()
      #expect(ending.status == 0)
    }
    #expect(try folder.names("runs").count == 6)
  }

  @Test("A precision that is easy is reached before the cap, and run.json says so")
  func precision() throws {
    try run(into: "a", "--precision", "delivered_kg__heroin=20", "--cap", "2000")
    let run = try object("a/run.json")
    let replications = try #require(run["replications"] as? [String: Any])
    #expect(replications["ending"] as? String == "precision-reached")
    let table = try CommandLineTable(#require(folder.text("a/summary.csv")))
    let row = try #require(table.row { $0["column"] == "delivered_kg__heroin" })
    let (low, high, mean) = (row["ci_low"], row["ci_high"], row["mean"])
    let ends = try [low, high, mean].map { try #require(Double($0 ?? "")) }
    #expect((ends[1] - ends[0]) / 2 <= 0.2 * ends[2])
  }

  @Test("A precision out of reach ends at the cap")
  func cap() throws {
    try run(into: "a", "--precision", "delivered_kg__heroin=0.01", "--cap", "12")
    let replications = try #require(try object("a/run.json")["replications"] as? [String: Any])
    #expect(replications["ending"] as? String == "cap-reached")
    #expect(replications["done"] as? Int == 12)
  }

  @Test("Antithetic pairs give the same bytes for one worker and seven, in every file but run.json")
  func antitheticWorkers() throws {
    try run(into: "a", "-n", "20", "--antithetic", "--workers", "1")
    try run(into: "b", "-n", "20", "--antithetic", "--workers", "7")
    try expectSameBytes("a", "b")
  }

  @Test("Antithetic pairs are marked in the files, and their first halves are a plain run")
  func antitheticFiles() throws {
    try run(into: "a", "-n", "10", "--antithetic")
    try run(into: "b", "-n", "5")
    let random = try #require(try object("a/run.json")["random"] as? [String: Any])
    #expect(random["antithetic"] as? Bool == true)
    let pairs = try CommandLineTable(#require(folder.text("a/replications.csv")))
    let plain = try CommandLineTable(#require(folder.text("b/replications.csv")))
    #expect(pairs.column("pair") == ["0", "0", "1", "1", "2", "2", "3", "3", "4", "4"])
    #expect(pairs.column("is_mirrored").prefix(3) == ["false", "true", "false"])
    let events = pairs.column("events")
    #expect(plain.column("events") == [0, 2, 4, 6, 8].map { events[$0] })
    let summary = try CommandLineTable(#require(folder.text("a/summary.csv")))
    let ratio = summary.row { $0["column"] == "delivered_kg__heroin" }?["variance_ratio"]
    #expect((ratio.flatMap { Double($0) } ?? 0) > 0)
    #expect(!plain.header.contains("pair"))
  }

  @Test("The table of antithetic pairs says so and has the variance ratio")
  func antitheticTable() throws {
    let ending = try run(into: "a", "-n", "10", "--antithetic")
    for words in ["10 replications in 5 antithetic pairs", "variance ratio", "VR"] {
      #expect(ending.outputText.contains(words), "\(words)")
    }
  }

  @Test("An odd number of antithetic replications is refused")
  func antitheticOdd() throws {
    for words in [["-n", "7"], ["--precision", "delivered_kg__heroin=20", "--cap", "7"]] {
      let ending = try CommandLineProcess(
        ["run", CommandLineRepository.smallScenario, "--antithetic"] + words
      ).ending()
      #expect(ending.status == 64 && ending.errors.contains("ask for 8"))
    }
  }

  @Test("Control variates change estimates and nothing else, for any number of workers")
  func controls() throws {
    let ending = try run(into: "a", "-n", "60", "--controls", "--workers", "1")
    try run(into: "b", "-n", "60", "--controls", "--workers", "7")
    try run(into: "c", "-n", "60")
    try expectSameBytes("a", "b")
    for words in ["adjusted by control variates", "VR"] {
      #expect(ending.outputText.contains(words), "\(words)")
    }
    #expect(try object("a/run.json")["control_variates"] as? Bool == true)
    #expect(folder.text("a/replications.csv") == folder.text("c/replications.csv"))
    let adjusted = try CommandLineTable(#require(folder.text("a/summary.csv")))
    let plain = try CommandLineTable(#require(folder.text("c/summary.csv")))
    func cell(_ table: CommandLineTable, _ column: String, _ field: String) -> Double? {
      table.row { $0["column"] == column }?[field].flatMap { Double($0) }
    }
    let own = try #require(cell(adjusted, "delivered_kg__heroin", "mcse"))
    let other = try #require(cell(plain, "delivered_kg__heroin", "mcse"))
    let ratio = try #require(cell(adjusted, "delivered_kg__heroin", "variance_ratio"))
    #expect(abs(other * other / (own * own) / ratio - 1) < 1e-9)
    #expect(ratio > 1)
    let section = "attempted_kg_by_section__pass"
    #expect(cell(adjusted, section, "mean") == cell(plain, section, "mean"))
  }

  @Test("One replication is enough: means without intervals")
  func single() throws {
    let ending = try run(into: "a", "-n", "1", "--format", "json")
    #expect(ending.outputText.contains("\"mean\"") && !ending.outputText.contains("\"ci_low\""))
  }
}
