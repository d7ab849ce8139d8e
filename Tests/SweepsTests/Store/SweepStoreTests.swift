import Foundation
import ResultFiles
import Sweeps
import TestSupport
import Testing

@Suite("The store of a sweep")
struct SweepStoreTests {
  private let fixture: SweepFixture
  private let experiment: Experiment
  private var temporary: TemporaryFolder { fixture.temporary }

  init() throws {
    fixture = try SweepFixture()
    experiment = try fixture.experiment(SweepFixture.grid)
  }

  private static let record = SweepRecord(
    unit: SweepUnit(point: 2, replication: 3),
    result: .done(responses: [1.5, nil], eventCount: 7))

  /// The error of opening a folder; the lock is gone afterwards.
  private func refusal(
    _ name: String, _ other: Experiment? = nil, shard: SweepShard = .whole,
    replacing: Bool = false
  ) -> SweepError? {
    do {
      _ = try fixture.open(name, other ?? experiment, shard: shard, replacing: replacing)
      return nil
    } catch {
      return error as? SweepError
    }
  }

  @Test("a record that was kept is there when the folder is opened again")
  func kept() throws {
    do {
      let (_, store) = try fixture.open("a", experiment)
      try store.add(Self.record)
      #expect(try store.record(of: Self.record.unit) == Self.record)
    }
    let (_, store) = try fixture.open("a", experiment)
    #expect(store.recordCount == 1 && store.damage == nil)
    #expect(try store.record(of: Self.record.unit) == Self.record)
    #expect(try store.record(of: SweepUnit(point: 0, replication: 0)) == nil)
  }

  @Test("a failure is kept with all it says")
  func failure() throws {
    let failed = SweepRecord(
      unit: SweepUnit(point: 0, replication: 0), result: .failed("two\nlines, \"quoted\" \\ é"))
    do { try fixture.open("a", experiment).store.add(failed) }
    #expect(try fixture.open("a", experiment).store.record(of: failed.unit) == failed)
  }

  @Test("the folder of another experiment, seed or scenario is refused and left as it was")
  func otherExperiment() throws {
    try fixture.run("a", experiment)
    let before = try fixture.files("a")
    let others = [
      try fixture.experiment(SweepFixture.grid, seed: 2),
      try fixture.experiment(
        SweepFixture.grid.replacingOccurrences(of: "large.json", with: "larger.json")),
    ]
    for other in others {
      let error = refusal("a", other)
      #expect(error?.description.contains("another experiment, or of other scenarios") == true)
      #expect(error?.description.contains("--out") == true)
    }
    #expect(try fixture.files("a") == before)
    #expect(try temporary.names("a").contains("run.json"))
  }

  @Test("the folder of another shard is refused")
  func otherShard() throws {
    let shard = SweepShard(number: 1, count: 3)
    try fixture.run("a", experiment, shard: shard)
    #expect(refusal("a")?.description.contains("holds shard 1/3 of the sweep") == true)
    #expect(refusal("a", shard: SweepShard(number: 2, count: 3)) != nil)
    #expect(refusal("a", shard: SweepShard(number: 1, count: 4)) != nil)
    #expect(refusal("a", shard: shard) == nil)
  }

  @Test("the folder of a run, finished or not, is refused even if it may be replaced")
  func runFolder() throws {
    for (name, files) in [
      ("finished", ["run.json", "summary.csv"]), ("begun", [".lock", "summary.csv"]),
    ] {
      for file in files { try temporary.put("\(name)/\(file)", "{}") }
      for replacing in [false, true] {
        #expect(
          refusal(name, replacing: replacing) == .notASweep(folder: temporary.path(name)))
      }
      #expect(temporary.text("\(name)/summary.csv") == "{}")
    }
  }

  @Test("another sweep that may be thrown away leaves no file behind")
  func replacing() throws {
    let other = try fixture.experiment(
      """
      "scenarios": {"only": "tiny.json"}, "replications": 2,
      """)
    try fixture.run("a", experiment)
    try temporary.put("a/notes.txt", "mine")
    do {
      let (_, store) = try fixture.open("a", other, replacing: true)
      #expect(store.recordCount == 0)
      #expect(
        try temporary.names("a") == [
          ".lock", "experiment.json", "notes.txt", "records.log", "scenarios", "sweep.json",
        ])
      #expect(try temporary.names("a/scenarios") == ["only.json"])
    }
    try fixture.run("a", other)
    try fixture.run("b", other)
    var files = try fixture.files("a")
    files["notes.txt"] = nil
    #expect(try files == fixture.files("b"))
  }

  @Test("the same sweep is continued, whether or not it may be thrown away")
  func continuing() throws {
    do { try fixture.open("a", experiment).store.add(Self.record) }
    let (_, store) = try fixture.open("a", experiment, replacing: true)
    #expect(store.recordCount == 1)
  }

  @Test("a log from elsewhere is refused: of another sweep, another shard, or of nobody")
  func foreignLog() throws {
    let other = try fixture.experiment(SweepFixture.grid, seed: 2)
    let shard = SweepShard(number: 1, count: 2)
    try fixture.run("other", other)
    try fixture.run("shard", experiment, shard: shard)
    try fixture.run("a", experiment)
    let log = try #require(temporary.text("a/records.log"))
    let headless = String(log.drop { $0 != "\n" }.dropFirst())
    for foreign in [
      temporary.text("other/records.log"), temporary.text("shard/records.log"), headless,
    ] {
      try temporary.put("a/records.log", try #require(foreign))
      #expect(refusal("a") == .foreignRecords(folder: temporary.path("a")))
      #expect(throws: SweepError.foreignRecords(folder: temporary.path("a"))) {
        try SweepStore(reading: temporary.path("a"))
      }
    }
    #expect(refusal("a", replacing: true) == nil)
    try fixture.run("a", experiment)
    #expect(temporary.text("a/records.log") == log)
  }

  @Test(
    "records that the experiment cannot have are refused",
    arguments: ["-1,0,ok,1,2,3", "0,-1,ok,1,2,3", "words"])
  func impossible(line: String) throws {
    do { _ = try fixture.open("a", experiment) }
    let log = try AppendLog(path: temporary.path("a/records.log")) { _, _ in }
    try log.append(Array(line.utf8))
    try log.close()
    #expect(refusal("a") == .foreignRecords(folder: temporary.path("a")))
  }

  @Test(
    "records beyond what is asked for are refused, and the folder stays as it was",
    arguments: ["4,0,ok,1,2,3", "0,6,ok,1,2,3"])
  func surplus(line: String) throws {
    try fixture.run("a", experiment)
    let log = try AppendLog(path: temporary.path("a/records.log")) { _, _ in }
    try log.append(Array(line.utf8))
    try log.close()
    let before = try fixture.files("a")
    #expect(refusal("a")?.description.contains("more than the experiment asks for") == true)
    var files = try fixture.files("a")
    files[".lock"] = nil
    #expect(files == before)
    #expect(refusal("a", replacing: true) == nil)
  }

  @Test("a log whose line ends were changed is refused, and not a byte of it is lost")
  func carriageReturns() throws {
    try fixture.run("a", experiment)
    let log = try #require(temporary.text("a/records.log"))
    let changed = log.replacingOccurrences(of: "\n", with: "\r\n")
    try temporary.put("a/records.log", changed)
    let error = refusal("a")
    #expect(error == .unreadableLog(folder: temporary.path("a"), lineCount: 25))
    #expect(error?.description.contains("line ends") == true)
    #expect(temporary.text("a/records.log") == changed)
    #expect(throws: SweepError.self) { try SweepStore(reading: temporary.path("a")) }
    try temporary.put("a/records.log", log)
    #expect(try fixture.open("a", experiment).store.recordCount == 24)
  }

  @Test("a sweep that was copied without its hidden files goes on")
  func withoutHiddenFiles() throws {
    try fixture.run("whole", experiment)
    do {
      let (folder, store) = try fixture.open("a", experiment)
      try store.add(Self.record)
      try store.close()
      folder.close()
    }
    #expect(try temporary.names("a").contains(".lock"))
    try FileManager.default.removeItem(atPath: temporary.path("a/.lock"))
    #expect(try fixture.open("a", experiment).store.recordCount == 1)
  }

  @Test("a record that says something else than it should is an error, not a missing one")
  func unreadable() throws {
    do { _ = try fixture.open("a", experiment) }
    let log = try AppendLog(path: temporary.path("a/records.log")) { _, _ in }
    try log.append(Array("0,0,ok,1,2".utf8))
    try log.close()
    let (_, store) = try fixture.open("a", experiment)
    let error = #expect(throws: OutputError.self) {
      try store.record(of: SweepUnit(point: 0, replication: 0))
    }
    #expect(error?.cause == .changedMeanwhile)
  }

  @Test("without its log a sweep begins anew, and comes to the same")
  func lostLog() throws {
    try fixture.run("a", experiment)
    let before = try fixture.files("a")
    try FileManager.default.removeItem(atPath: temporary.path("a/records.log"))
    try fixture.run("a", experiment)
    #expect(try fixture.files("a") == before)
  }

  @Test("without its sweep.json a folder is not taken for a sweep")
  func lostIdentity() throws {
    try fixture.run("a", experiment)
    try FileManager.default.removeItem(atPath: temporary.path("a/sweep.json"))
    #expect(refusal("a") == .notASweep(folder: temporary.path("a")))
  }

  @Test("damage in the middle of the log costs what it hit, and the rest is not run again")
  func damage() throws {
    try fixture.run("a", experiment)
    let before = try fixture.files("a")
    for position in [3, 200, 700] {
      var bytes = try #require(before["records.log"])
      bytes[position] ^= 0x10
      try bytes.write(to: URL(fileURLWithPath: temporary.path("a/records.log")))
      do {
        let store = try fixture.open("a", experiment).store
        #expect((1...2).contains(store.damage?.brokenLines ?? 0))
        #expect((23...24).contains(store.recordCount))
      }
      try fixture.run("a", experiment)
      var files = try fixture.files("a")
      // What could not be read is kept, in a file of its own.
      let kept = files.keys.filter { $0.hasPrefix("records.log.damaged") }
      #expect(kept.count == 1)
      for name in kept {
        #expect(files[name].map { bytes.range(of: $0) != nil } == true)
        try FileManager.default.removeItem(atPath: temporary.path("a/" + name))
        files[name] = nil
      }
      #expect(files == before)
    }
  }

  @Test("a store that is only read changes nothing and needs no lock")
  func reading() throws {
    try fixture.run("a", experiment, unitLimit: 7)
    let (_, writing) = try fixture.open("a", experiment)
    let before = try temporary.names("a")
    let store = try SweepStore(reading: temporary.path("a"))
    #expect(store.recordCount == 7 && writing.recordCount == 7)
    #expect(store.experiment.scenarios.map(\.label) == ["zebra", "ape"])
    for point in 0..<4 {
      for replication in 0..<6 {
        let unit = SweepUnit(point: point, replication: replication)
        #expect(try store.record(of: unit) == writing.record(of: unit))
      }
    }
    #expect(try temporary.names("a") == before)
  }

  @Test("an experiment that was changed in the folder of its sweep is noticed")
  func changedExperiment() throws {
    try fixture.run("a", experiment)
    let text = try #require(temporary.text("a/experiment.json"))
    try temporary.put(
      "a/experiment.json",
      text.replacingOccurrences(of: "\"levels\": [1, 3]", with: "\"levels\": [1, 4]"))
    let error = #expect(throws: SweepError.self) {
      try SweepStore(reading: temporary.path("a"))
    }
    #expect(error?.description.contains("changed since the sweep began") == true)
  }

  @Test("a folder that is in use is refused, and a finished sweep keeps its mark until it is not")
  func inUse() throws {
    try fixture.run("a", experiment)
    let opened = try fixture.open("a", experiment)
    let error = #expect(throws: OutputError.self) { try fixture.open("a", experiment) }
    #expect(error?.cause == .folderInUse)
    #expect(try temporary.names("a").contains("run.json"))
    try opened.store.close()
  }
}
