import Experiments
import ResultFiles
import ScenarioFormat
import Sweeps
import TestSupport
import Testing

/// What is recorded of a sweep is looked up in its log, whatever state the folder is in.
@Suite("Replaying a sweep")
struct ReplayFolderTests {
  private let fixture: SweepFixture
  private var temporary: TemporaryFolder { fixture.temporary }

  init() throws { fixture = try SweepFixture() }

  private func replay(_ point: Int, _ replication: Int, in name: String = "a") throws -> Replay {
    try ReplayFolder(path: temporary.path(name)).replay(point: point, replication: replication)
  }

  /// Runs nine units of a sweep and stops without a word, as a process that is killed.
  private func kill() throws {
    let (folder, store) = try fixture.open("a", fixture.experiment(SweepFixture.grid))
    let cancellation = Cancellation()
    let run = SweepRun(of: store, workerCount: 1, cancellation: cancellation) { progress in
      if progress.ownUnits >= 9 { cancellation.cancel() }
    }
    _ = try run.run()
    try store.close()
    folder.close()
    try #require(!temporary.names("a").contains("replications.csv"))
  }

  @Test("a sweep that was killed before its tables were written is compared with its records")
  func killed() throws {
    try kill()
    let done = try replay(3, 1)
    #expect(done.agrees == true && done.damage == nil && done.names.count == 2)
    let missing = try replay(3, 5)
    #expect(missing.agrees == nil && missing.damage == nil)
  }

  @Test("a log that breaks off is said to be damaged where a record is missing")
  func tornLog() throws {
    try kill()
    let text = try #require(temporary.text("a/records.log"))
    try temporary.put("a/records.log", String(text.dropLast(10)))
    #expect(try replay(0, 0).agrees == true, "what is whole has a checksum")
    let lost = try replay(0, 2)
    #expect(lost.agrees == nil && lost.damage?.contains("records.log is damaged") == true)
  }

  @Test("a log that lost whole lines is said to be damaged by what run.json counts")
  func shortLog() throws {
    try fixture.run("a", fixture.experiment(SweepFixture.grid))
    try temporary.put("a/run.json", "{\"replications\": {\"done\": 24, \"failed\": 0}}\n")
    #expect(try replay(3, 5).agrees == true)
    let text = try #require(temporary.text("a/records.log"))
    let lines = text.split(separator: "\n").dropLast().joined(separator: "\n")
    try temporary.put("a/records.log", lines + "\n")
    let lost = try replay(3, 5)
    #expect(lost.agrees == nil)
    #expect(lost.damage?.contains("it has 23 records, and run.json counts 24") == true)
  }

  @Test(
    "an experiment or a scenario that was changed is refused",
    arguments: ["a/experiment.json", "a/scenarios/ape.json"])
  func changed(file: String) throws {
    try fixture.run("a", fixture.experiment(SweepFixture.grid))
    let text = try #require(temporary.text(file))
    let changed = text.replacing("Invented", with: "Changed").replacing("tests.", with: "tests!")
    try #require(changed != text)
    try temporary.put(file, changed)
    #expect {
      try replay(0, 0)
    } throws: { error in
      guard case SweepError.changedInputs = error else { return false }
      return "\(error)".contains("put experiment.json")
    }
  }

  @Test("a file that says which sweep it is and cannot be read is said to be damaged")
  func damagedIdentity() throws {
    try fixture.run("a", fixture.experiment(SweepFixture.grid))
    try temporary.put("a/sweep.json", "{\"format\": ")
    #expect(throws: SweepError.damagedFile(temporary.path("a/sweep.json"))) { try replay(0, 0) }
  }

  @Test("the sweep of another version is compared, and says which one")
  func otherVersion() throws {
    try fixture.run("a", fixture.experiment(SweepFixture.grid))
    let (old, new) = (PanjVersion.current, "9.8.7")
    let identity = try #require(temporary.text("a/sweep.json"))
    try temporary.put("a/sweep.json", identity.replacing("\"\(old)\"", with: "\"\(new)\""))
    var lines: [String] = []
    try AppendLog(reading: temporary.path("a/records.log")) { lines.append(.init($1)) }.close()
    try temporary.put("a/records.log")
    let log = try AppendLog(path: temporary.path("a/records.log")) { _, _ in }
    for line in lines { try log.append(Array(line.replacing(",\(old),", with: ",\(new),").utf8)) }
    try log.close()
    let replay = try replay(2, 4)
    #expect(replay.agrees == true && replay.recordedBy == new)
  }
}

extension String {
  fileprivate init(_ line: ArraySlice<UInt8>) { self.init(decoding: line, as: UTF8.self) }
}
