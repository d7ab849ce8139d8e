import Foundation
import Reporting
import ResultFiles
import Testing

/// Output that cannot go where it should, and runs that are told to stop.
@Suite("The command line: refusals, failures and signals")
struct CommandLineFailureTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  private func run(_ out: String, _ words: String...) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(
      ["run", CommandLineRepository.smallScenario, "-n", "2", "--out", folder.path(out)] + words
    ).ending()
  }

  @Test("A folder with somebody else's files is left alone")
  func foreignFolder() throws {
    try folder.put("papers/thesis.txt", "years of work")
    let ending = try run("papers", "--replace")
    #expect(ending.status == 74)
    #expect(ending.errors.contains("holds files that are not a run, such as 'thesis.txt'"))
    #expect(try folder.names("papers") == ["thesis.txt"])
  }

  @Test("A second run into the same folder is refused and leaves the first whole")
  func secondRun() throws {
    #expect(try run("a").status == 0)
    let before = folder.bytes("a/run.json")
    let ending = try run("a")
    #expect(ending.status == 74)
    #expect(ending.errors.contains("already holds a finished run"))
    #expect(folder.bytes("a/run.json") == before)
    #expect(try folder.names("a") == CommandLineRunTests.files)
  }

  @Test("The refusal of a second run names the option that allows it")
  func replaceHint() throws {
    #expect(try run("a").status == 0)
    #expect(try run("a").errors.contains("--replace"))
  }

  @Test("With --replace the second run takes the place of the first")
  func replacing() throws {
    #expect(try run("a", "--seed", "1").status == 0)
    #expect(try run("a", "--seed", "2", "--replace").status == 0)
    #expect(folder.text("a/run.json")?.contains("\"seed\": \"2\"") == true)
    #expect(try folder.names("a") == CommandLineRunTests.files)
  }

  @Test("A folder that another process writes to ends with 75 and is not touched")
  func lockedFolder() throws {
    let lock = try OutputFolder(path: folder.path("a"))
    let ending = try run("a")
    #expect(ending.status == 75)
    #expect(ending.errors.contains("another process is writing"))
    lock.close()
    #expect(try run("a").status == 0)
  }

  @Test("A folder that cannot be made ends with 74 and the reason")
  func fileInTheWay() throws {
    try folder.put("file", "text")
    let ending = try run("file/run")
    #expect(ending.status == 74)
    #expect(ending.errors.contains("file"))
    #expect(folder.text("file") == "text")
  }

  @Test("A folder without permission ends with 74", .enabled(if: geteuid() != 0))
  func readOnlyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("locked"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o500])
    #expect(try run("locked/run").status == 74)
  }

  @Test("A system folder that takes no folders ends with 74")
  func systemFolder() throws {
    let ending = try CommandLineProcess.panj(
      "run", CommandLineRepository.smallScenario, "-n", "1", "--out", "/proc/panj")
    #expect(ending.status == 74 && ending.errors.contains("/proc/panj"))
  }

  @Test(
    "Standard output on a full disk ends with 74",
    arguments: [["run", "-n", "1"], ["describe"], ["validate"]])
  func fullDisk(_ words: [String]) throws {
    let ending = try CommandLineProcess(
      words + [CommandLineRepository.smallScenario], in: folder.path, output: "/dev/full"
    ).ending()
    #expect(ending.status == 74)
    #expect(ending.errors.contains("standard output"), "\(ending.errors)")
  }

  @Test("A run whose table cannot be shown is whole in its folder all the same")
  func fullDiskRun() throws {
    let ending = try CommandLineProcess(
      ["run", CommandLineRepository.smallScenario, "-n", "1", "--out", folder.path("a")],
      output: "/dev/full"
    ).ending()
    #expect(ending.status == 74)
    #expect(try folder.names("a") == CommandLineRunTests.files)
  }

  // MARK: Signals

  /// Starts a run that would take hours, waits until it is at work and for a second more.
  private func longRun(
    of scenario: String = CommandLineRepository.smallScenario
  ) throws -> CommandLineProcess {
    let process = try CommandLineProcess(
      ["run", scenario, "-n", "1000000", "--out", folder.path("long")])
    for _ in 0..<1000 where !folder.contains("long/.lock") {
      Thread.sleep(forTimeInterval: 0.001 * 10)
    }
    Thread.sleep(forTimeInterval: 1)
    return process
  }

  @Test(
    "A signal ends a long run with 128 and its number, and what was done is in the folder",
    arguments: [SIGINT, SIGTERM])
  func interruption(signal: Int32) throws {
    let process = try longRun()
    process.send(signal)
    let ending = process.ending()
    #expect(ending.status == 128 + signal && !ending.isSignalled)
    #expect(ending.outputText.contains("Interrupted"))
    #expect(try folder.names("long") == CommandLineRunTests.files)
    let bytes = try #require(folder.bytes("long/run.json"))
    let run = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let replications = try #require(run?["replications"] as? [String: Any])
    #expect(replications["ending"] as? String == "interrupted")
    let done = try #require(replications["done"] as? Int)
    let table = try CommandLineTable(#require(folder.text("long/replications.csv")))
    #expect(done > 0 && done == table.rows.count && done < 1_000_000)
  }

  @Test("What an interrupted run left is the beginning of the same run")
  func interruptedPrefix() throws {
    let process = try longRun()
    process.send(SIGINT)
    _ = process.ending()
    #expect(try run("short").status == 0)
    let left = try #require(folder.text("long/replications.csv")).split(separator: "\n")
    let whole = try #require(folder.text("short/replications.csv")).split(separator: "\n")
    #expect(Array(left.prefix(whole.count)) == whole)
  }

  @Test("A run that is stopped before its first replication leaves nothing that looks like a run")
  func interruptedAtOnce() throws {
    // Two million consignments: a replication of a minute or more.
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce(#""initialStockKilograms": 400"#, with: #""initialStockKilograms": 3e7"#)
    let process = try longRun(of: folder.put("large.json", text))
    process.send(SIGINT)
    let ending = process.ending()
    #expect(ending.status == 130 && !ending.isSignalled)
    #expect(ending.seconds < 20)
    #expect(ending.errors.contains("before any replication"), "\(ending.text)")
    #expect(try folder.names("long") == [])
  }
}
