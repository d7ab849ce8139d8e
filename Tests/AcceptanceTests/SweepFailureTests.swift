import Foundation
import ResultFiles
import Testing

/// Sweeps that cannot write, must not write, or are told to stop.
@Suite("The command line: sweeps that fail or are stopped")
struct SweepFailureTests {
  @Test("a folder that another process sweeps into ends with 75, and the other goes on")
  func inUse() throws {
    let sweeps = try SweepFolders(replications: 1_000_000)
    let process = try sweeps.start("a")
    sweeps.waitForRecords("a")
    let ending = try sweeps.sweep("a")
    #expect(ending.status == 75)
    #expect(ending.errors.contains("another process is writing"))
    let before = sweeps.folder.bytes("a/records.log")?.count ?? 0
    sweeps.waitForRecords("a", bytes: before + 1_000)
    #expect((sweeps.folder.bytes("a/records.log")?.count ?? 0) > before)
    process.send(SIGKILL)
    _ = process.ending()
  }

  @Test(
    "a signal ends a sweep with 128 and its number, with tables of what is done",
    arguments: [SIGINT, SIGTERM])
  func signals(signal: Int32) throws {
    let sweeps = try SweepFolders(replications: 1_000_000)
    let process = try sweeps.start("a")
    sweeps.waitForRecords("a", bytes: 2_000)
    process.send(signal)
    let ending = process.ending()
    #expect(ending.status == 128 + signal && !ending.isSignalled)
    #expect(ending.errors.contains("the same command goes on with the rest"))
    #expect(sweeps.folder.text("a/run.json")?.contains("\"ending\": \"interrupted\"") == true)
    #expect(!sweeps.folder.contains("a/.lock"))
    let records = try #require(sweeps.folder.text("a/records.log")).split(separator: "\n").count
    let table = try CommandLineTable(#require(sweeps.folder.text("a/replications.csv")))
    // The log has one line more, which says whose it is, and the table one for the header.
    #expect(table.rows.count == records - 1 && records > 1)
  }

  @Test("a signal at any moment, while tables are written too, leaves what goes on to the same")
  func signalsAnytime() throws {
    let sweeps = try SweepFolders(replications: 15)
    let whole = try sweeps.start("whole").ending()
    let expected = sweeps.files("whole")
    for number in 0..<8 {
      let name = "a\(number)"
      let process = try sweeps.start(name)
      Thread.sleep(forTimeInterval: whole.seconds * (0.2 + 0.1 * Double(number)))
      process.send(SIGTERM)
      let ending = process.ending()
      // Before it listens the signal ends it; afterwards it ends by itself.
      #expect([0, 143, 15].contains(ending.status))
      #expect(try sweeps.sweep(name).status == 0)
      #expect(sweeps.files(name) == expected)
    }
  }

  @Test("on a full disk the records kept so far stay, and the sweep goes on when there is space")
  func fullDisk() throws {
    let sweeps = try SweepFolders(replications: 100)
    #expect(try sweeps.sweep("whole").status == 0)
    // Limits in KiB: the scenario takes 11 and the whole log 26.
    for limit in [14, 20] {
      let name = "full-\(limit)"
      let out = sweeps.folder.path(name)
      let ending = try sweeps.limited(limit, "sweep", sweeps.experiment, "--out", out)
      #expect(ending.status == 74 && !ending.isSignalled, "\(ending.text)")
      #expect(ending.errors.contains("cannot append to '\(out)/records.log'"))
      let log = try #require(sweeps.folder.text(name + "/records.log"))
      #expect(log.hasSuffix("\n") && log.utf8.count > (limit - 1) * 1024)
      #expect(!sweeps.folder.contains(name + "/run.json"))
      let again = try sweeps.sweep(name)
      #expect(again.status == 0 && again.errors.contains("replications are there already"))
      #expect(!again.errors.contains("cut off"))
      #expect(sweeps.files(name) == sweeps.files("whole"))
    }
  }

  @Test("when the disk is full while tables are written, every record stays")
  func fullDiskInTables() throws {
    let sweeps = try SweepFolders(replications: 5)
    #expect(try sweeps.sweep("whole").status == 0)
    // A sweep without a replication, so that the scenario is there already.
    #expect(try sweeps.sweep("a", "--budget", "0.000001s").status == 3)
    let out = sweeps.folder.path("a")
    // In KiB: the description takes more, the log and the tables less.
    let ending = try sweeps.limited(4, "sweep", sweeps.experiment, "--out", out)
    #expect(ending.status == 74, "\(ending.text)")
    #expect(ending.errors.contains("datapackage.json"), "\(ending.errors)")
    #expect(sweeps.folder.bytes("a/records.log") == sweeps.folder.bytes("whole/records.log"))
    #expect(!sweeps.folder.contains("a/run.json"))
    #expect(try sweeps.sweep("a").status == 0)
    #expect(sweeps.files("a") == sweeps.files("whole"))
  }

  @Test("a run does not replace a sweep, nor a sweep a run, whatever options say")
  func otherKind() throws {
    let sweeps = try SweepFolders(replications: 1)
    #expect(try sweeps.sweep("a").status == 0)
    let sweep = sweeps.files("a")
    for words in [[], ["--replace"]] {
      let ending = try CommandLineProcess(
        ["run", CommandLineRepository.smallScenario, "-n", "1", "--out", sweeps.folder.path("a")]
          + words
      ).ending()
      #expect(ending.status == 65 && ending.errors.contains("holds a sweep"))
    }
    #expect(sweeps.files("a") == sweep && sweeps.folder.contains("a/run.json"))
    let run = try CommandLineProcess.panj(
      "run", CommandLineRepository.smallScenario, "-n", "1", "--out", sweeps.folder.path("b"))
    #expect(run.status == 0)
    let before = sweeps.files("b")
    #expect(try sweeps.sweep("b").status == 65)
    #expect(try sweeps.sweep("b", "--replace").errors.contains("does not hold a sweep"))
    #expect(sweeps.files("b") == before && sweeps.folder.contains("b/run.json"))
  }

  @Test("another experiment in the same folder ends with 65, and --replace takes its place")
  func otherExperiment() throws {
    let sweeps = try SweepFolders(replications: 2)
    #expect(try sweeps.sweep("a").status == 0)
    try sweeps.change("\"replications\": 2", to: "\"seed\": 7, \"replications\": 2")
    let ending = try sweeps.sweep("a")
    #expect(ending.status == 65 && ending.errors.contains("--replace"))
    #expect(try sweeps.sweep("a", "--replace").status == 0)
    #expect(try sweeps.sweep("b").status == 0)
    #expect(sweeps.files("a") == sweeps.files("b"))
  }

  @Test("more replications and other words go on in the same folder, fewer are refused")
  func extended() throws {
    let sweeps = try SweepFolders(replications: 2)
    #expect(try sweeps.sweep("a").status == 0)
    try sweeps.change("\"replications\": 2", to: "\"replications\": 3")
    try sweeps.change("For tests.", to: "For other tests.")
    let ending = try sweeps.sweep("a")
    #expect(ending.status == 0 && ending.errors.contains("8 replications are there already"))
    #expect(try sweeps.sweep("b").status == 0)
    #expect(sweeps.files("a") == sweeps.files("b"))
    try sweeps.change("\"replications\": 3", to: "\"replications\": 1")
    let fewer = try sweeps.sweep("a")
    #expect(fewer.status == 65 && fewer.errors.contains("more than the experiment asks for"))
    #expect(sweeps.files("a") == sweeps.files("b"))
  }

  @Test("a sweep whose time is up ends with 3, and with 0 once it is complete")
  func budget() throws {
    let sweeps = try SweepFolders(replications: 2)
    let ending = try sweeps.sweep("a", "--budget", "0.000001s")
    #expect(ending.status == 3 && ending.errors.contains("the same command goes on"))
    #expect(sweeps.folder.text("a/run.json")?.contains("\"ending\": \"interrupted\"") == true)
    #expect(try sweeps.sweep("a", "--budget", "1h").status == 0)
  }

  @Test("a log whose line ends were changed is refused and not touched; one of its lines is kept")
  func damagedLog() throws {
    let sweeps = try SweepFolders(replications: 5)
    #expect(try sweeps.sweep("a").status == 0)
    let whole = sweeps.files("a")
    let log = try #require(sweeps.folder.text("a/records.log"))
    let changed = log.replacingOccurrences(of: "\n", with: "\r\n")
    try sweeps.folder.put("a/records.log", changed)
    for words in [["sweep", sweeps.experiment, "--out"], ["analyze"]] {
      let ending = try CommandLineProcess(words + [sweeps.folder.path("a")]).ending()
      #expect(ending.status == 65 && ending.errors.contains("line ends"), "\(ending.errors)")
      #expect(!ending.errors.contains("--replace"))
    }
    #expect(sweeps.folder.text("a/records.log") == changed)
    let line = try #require(log.split(separator: "\n").last)
    try sweeps.folder.put("a/records.log", log.dropLast(line.count + 1) + "x" + line + "\n")
    let ending = try sweeps.sweep("a")
    #expect(ending.status == 0 && ending.errors.contains("1 line of records.log cannot be read"))
    var files = sweeps.files("a")
    #expect(files.removeValue(forKey: "records.log.damaged") == Array("x\(line)\n".utf8))
    #expect(files == whole)
  }

  @Test("a folder in which nothing may be written ends with 74", .enabled(if: geteuid() != 0))
  func readOnly() throws {
    let sweeps = try SweepFolders(replications: 1)
    #expect(try sweeps.sweep("a").status == 0)
    let path = sweeps.folder.path("a")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    let ending = try sweeps.sweep("a")
    #expect(ending.status == 74 && ending.errors.contains("in which you may write"))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }
}
