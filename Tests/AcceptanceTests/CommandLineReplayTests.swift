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

  @Test("What differs from the record is said loudly, and by the status")
  func different() throws {
    let file = "sweep/replications.csv"
    let lines = try #require(sweep.folder.text(file)).split(separator: "\n").map { line in
      line.hasPrefix("2,1,ok,") ? "2,1,ok,1" + line.dropFirst("2,1,ok,".count) : String(line)
    }
    try sweep.folder.put(file, lines.joined(separator: "\n") + "\n")
    let ending = try replay(sweep.path, "--point", "2", "-r", "1")
    #expect(ending.status == 1)
    #expect(ending.errors.contains("DIFFERENT from what was recorded"))
    #expect(ending.outputText.contains("different"))
    let version = "sweep/sweep.json"
    let text = try #require(sweep.folder.text(version))
    try sweep.folder.put(version, text.replacing("\"version\": \"", with: "\"version\": \"9."))
    let other = try replay(sweep.path, "--point", "2", "-r", "1")
    #expect(other.status == 1 && other.errors.contains("recorded by Panj 9."), "\(other.errors)")
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
