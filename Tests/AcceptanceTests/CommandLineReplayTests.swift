import Foundation
import Testing

/// One replication, run again.
@Suite("The command line: replay")
struct CommandLineReplayTests {
  private let sweep: CommandLineSweepFolder

  init() throws { sweep = try CommandLineSweepFolder() }

  private func replay(_ words: String...) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(["replay"] + words).ending()
  }

  @Test("A replication of a sweep is repeated to the last bit, in a folder that was moved")
  func sweepReplay() throws {
    let moved = sweep.folder.path("elsewhere/sweep")
    try FileManager.default.createDirectory(
      atPath: sweep.folder.path("elsewhere"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sweep.path, toPath: moved)
    for (point, replication) in [(0, 0), (5, 2), (7, 1)] {
      let ending = try replay(
        moved, "--point", "\(point)", "--replication", "\(replication)", "-f", "csv")
      #expect(ending.status == 0 && ending.errors.contains("Equal"), "\(ending.text)")
      let values = try CommandLineTable(ending.outputText)
      #expect(values.column("response") == ["seized_kg", "mean_seizure_kg", "spring_kg"])
      #expect(values.column("value") == values.column("recorded"))
      let recorded = try CommandLineTable(#require(sweep.folder.text("sweep/replications.csv")))
        .row { $0["point_id"] == "\(point)" && $0["replication"] == "\(replication)" }
      #expect(values.column("value")[0] == recorded?["seized_kg"])
    }
  }

  @Test("A replication of a run is repeated, all its columns")
  func runReplay() throws {
    let out = sweep.folder.path("run")
    let run = try CommandLineProcess.panj(
      "run", CommandLineRepository.smallScenario, "-n", "4", "--seed", "18446744073709551615",
      "--out", out, "-q")
    #expect(run.status == 0)
    let ending = try replay(out, "-r", "3")
    #expect(ending.status == 0 && ending.errors.contains("Equal"), "\(ending.text)")
    #expect(ending.outputText.contains("seized_kg__heroin"))
    let beyond = try replay(out, "-r", "4", "-f", "json")
    #expect(beyond.status == 0 && beyond.errors.contains("Nothing is recorded"))
    #expect(beyond.outputText.contains("\"equals_recorded\": null"))
  }

  /// Runs the small scenario into the folder "run".
  private func run(_ words: String...) throws -> String {
    let out = sweep.folder.path("run")
    let ending = try CommandLineProcess(
      ["run", CommandLineRepository.smallScenario, "--out", out, "-q"] + words
    ).ending()
    try #require(ending.status == 0, "\(ending.text)")
    return out
  }

  @Test("Every replication of an antithetic run is repeated, mirrored ones and plain ones")
  func antithetic() throws {
    let out = try run("-n", "6", "--antithetic")
    for number in 0..<6 {
      let ending = try replay(out, "-r", "\(number)")
      #expect(ending.status == 0 && ending.errors.contains("Equal"), "\(ending.text)")
    }
    let rows = try CommandLineTable(#require(sweep.folder.text("run/replications.csv")))
    let events = try replay(out, "-r", "3", "--events").outputText.split(separator: "\n")
    #expect(rows.row { $0["replication"] == "3" }?["events"] == "\(events.count)")
  }

  @Test("What differs from the record is said loudly, and by the status")
  func different() throws {
    let out = try run("-n", "4")
    let table = try #require(sweep.folder.text("run/replications.csv"))
    let whole = try #require(sweep.folder.text("run/run.json"))
    let other = whole.replacing("\"seed\": \"1\"", with: "\"seed\": \"2\"")
    try #require(other != whole)
    try sweep.folder.put("run/run.json", other)
    let ending = try replay(out, "-r", "1")
    #expect(ending.status == 1 && ending.outputText.contains("different"))
    #expect(ending.errors.contains("DIFFERENT from what was recorded"))
    #expect(ending.errors.contains("run.json was changed"))
    try sweep.folder.put(
      "run/run.json", other.replacing("\"version\": \"", with: "\"version\": \"9."))
    let later = try replay(out, "-r", "1")
    #expect(later.status == 1 && later.errors.contains("recorded by Panj 9."), "\(later.errors)")
    try sweep.folder.put("run/run.json", whole)
    let lines = table.split(separator: "\n").map { line in
      line.hasPrefix("1,") ? "1,1" + line.dropFirst(2) : String(line)
    }
    try sweep.folder.put("run/replications.csv", lines.joined(separator: "\n") + "\n")
    let changed = try replay(out, "-r", "1")
    #expect(changed.status == 1 && changed.errors.contains("its SHA-256"), "\(changed.errors)")
    let others = try replay(out, "-r", "2")
    #expect(others.status == 0 && others.errors.contains("but elsewhere"), "\(others.errors)")
  }

  @Test("A table that breaks off is said to be damaged")
  func truncated() throws {
    let out = try run("-n", "4")
    let table = try #require(sweep.folder.text("run/replications.csv"))
    try sweep.folder.put("run/replications.csv", String(table.dropLast(20)))
    for words in [["-r", "3"], ["-r", "3", "-f", "json"]] {
      let ending = try CommandLineProcess(["replay", out] + words).ending()
      #expect(ending.status == 65 && ending.errors.contains("damaged"), "\(ending.text)")
    }
    try FileManager.default.removeItem(atPath: out + "/replications.csv")
    let gone = try replay(out, "-r", "3")
    #expect(gone.status == 65 && gone.errors.contains("replications.csv"), "\(gone.text)")
  }

  @Test("What was changed since it ran is refused: a scenario of a run, an experiment of a sweep")
  func changed() throws {
    let out = try run("-n", "2")
    let scenario = try #require(sweep.folder.text("run/scenario.json"))
    try sweep.folder.put(
      "run/scenario.json", try scenario.replacingOnce("\"skill\": 0.75", with: "\"skill\": 0.5"))
    let run = try replay(out, "-r", "0")
    #expect(run.status == 65 && run.output.isEmpty, "\(run.text)")
    #expect(run.errors.contains("the scenario was changed since the results were written"))
    let experiment = try #require(sweep.folder.text("sweep/experiment.json"))
    try sweep.folder.put(
      "sweep/experiment.json", try experiment.replacingOnce("For tests", with: "For other tests"))
    let ending = try replay(sweep.path, "--point", "0", "-r", "0")
    #expect(ending.status == 65 && ending.output.isEmpty, "\(ending.text)")
    #expect(ending.errors.contains("the experiment or its scenarios were changed"))
  }

  @Test("Events are lines of JSON in the order of time, as many as were counted")
  func events() throws {
    let ending = try replay(sweep.path, "--point", "4", "-r", "0", "--events")
    #expect(ending.status == 0 && ending.errors.contains("Equal"))
    let lines = ending.outputText.split(separator: "\n")
    let recorded = try CommandLineTable(#require(sweep.folder.text("sweep/replications.csv")))
      .row { $0["point_id"] == "4" && $0["replication"] == "0" }
    #expect(recorded?["events"] == "\(lines.count)")
    var seized = 0.0
    var day = -Double.infinity
    for line in lines {
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let time = try #require(event["day"] as? Double)
      #expect(time >= day && event["date"] is String && event["event"] is String)
      day = time
      if event["outcome"] as? String == "seized", (event["date"] as? String ?? "") >= "2023-01-15" {
        seized += event["kilograms"] as? Double ?? 0
        #expect(event["by"] is String && event["organisation"] is String)
      }
    }
    let expected = try #require(Double(recorded?["seized_kg"] ?? ""))
    #expect(abs(seized - expected) < 1e-9 * max(1, expected))
  }

  @Test("A point that cannot be laid out fails again, as it did")
  func failure() throws {
    let text = try #require(sweep.folder.text("experiment.json"))
    try sweep.folder.put(
      "failing.json",
      try text.replacingOnce(
        "\"levels\": [0.1, 0.4]", with: "\"operation\": \"scale\", \"levels\": [1, 100]")
    )
    let out = sweep.folder.path("failing")
    let run = try CommandLineProcess.panj(
      "sweep", sweep.folder.path("failing.json"), "--out", out, "-q")
    #expect(run.status == 0)
    let errors = try #require(sweep.folder.text("failing/errors.jsonl"))
    #expect(errors.contains("panj replay FOLDER --point 2 --replication 0"))
    #expect(!errors.contains("small.json"), "bytes must not depend on how files were named")
    let ending = try replay(out, "--point", "2", "-r", "0")
    #expect(ending.status == 0 && ending.outputText.contains("failed"), "\(ending.text)")
  }

  @Test(
    "A wrong command is refused with what to type",
    arguments: [
      (["FOLDER"], 64, "--replication 0"), (["FOLDER", "-r", "0"], 65, "--point, from 0 to 7"),
      (["FOLDER", "-r", "0", "--point", "8"], 65, "no point 8"),
      (["FOLDER", "-r", "-1"], 64, "count from 0"), (["FOLDER", "-r", "0.5"], 64, "count from 0"),
      (["FOLDER", "-r", "0", "--events", "-f", "csv"], 64, "lines of JSON"),
      (["/no/such/folder", "-r", "0"], 65, "neither a sweep nor a run"),
    ])
  func refusals(words: [String], status: Int, said: String) throws {
    let words = words.map { $0 == "FOLDER" ? sweep.path : $0 }
    let ending = try CommandLineProcess(["replay"] + words).ending()
    #expect(ending.status == Int32(status) && ending.output.isEmpty)
    #expect(ending.errors.contains(said), "\(ending.errors)")
  }
}
