import Foundation
import ResultFiles
import Sweeps
import TestSupport
import Testing

@Suite("Shards that are put together")
struct SweepShardsTests {
  private let fixture: SweepFixture
  private let experiment: Experiment
  private var temporary: TemporaryFolder { fixture.temporary }

  init() throws {
    fixture = try SweepFixture()
    experiment = try fixture.experiment(SweepFixture.grid)
  }

  private func runShards(_ count: Int, _ experiment: Experiment) throws -> [String] {
    for number in 1...count {
      try fixture.run(
        "shards/\(number)", experiment, shard: SweepShard(number: number, count: count))
    }
    return (1...count).map { temporary.path("shards/\($0)") }
  }

  private func merge(_ folders: [String], into name: String) throws {
    let shards = try SweepShards(in: folders)
    let (folder, store) = try fixture.open(name, shards.experiment)
    #expect(try shards.copyRecords(into: store) == .completed)
    try fixture.finish(store, folder)
  }

  private func problems(_ folders: [String]) -> (problems: [String], remedies: [String]) {
    do {
      _ = try SweepShards(in: folders)
    } catch SweepError.unfitShards(let problems, let remedies) {
      return (problems, remedies)
    } catch {
      Issue.record(error)
    }
    return ([], [])
  }

  @Test("1, 3 and 8 shards make the same files as the whole sweep", arguments: [1, 3, 8, 30])
  func equal(count: Int) throws {
    try fixture.run("whole", experiment, workers: 2)
    try merge(runShards(count, experiment).reversed(), into: "merged")
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("shards of a search for precision do too: each keeps whole points")
  func precision() throws {
    let experiment = try fixture.experiment(
      """
      "scenarios": {"zebra": "tiny.json", "ape": "larger.json", "cow": "large.json"},
      "replications": {"response": "delivered_kg", "relative": 0.15, "first": 10, "atMost": 200},
      """)
    try fixture.run("whole", experiment)
    try merge(runShards(2, experiment), into: "merged")
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("every unit is in one shard, and shards are even")
  func division() throws {
    let folders = try runShards(3, experiment)
    let counts = try folders.map { try SweepStore(reading: $0).recordCount }
    #expect(counts == [8, 8, 8])
  }

  @Test("what was half put together goes on")
  func resumed() throws {
    try fixture.run("whole", experiment)
    let folders = try runShards(3, experiment)
    try merge(folders, into: "merged")
    var bytes = try #require(
      FileManager.default.contents(atPath: temporary.path("merged/records.log")))
    bytes.removeLast(500)
    try bytes.write(to: URL(fileURLWithPath: temporary.path("merged/records.log")))
    try merge(folders, into: "merged")
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("a missing shard is named with the command that runs it")
  func missing() throws {
    let folders = try runShards(3, experiment)
    let (problems, remedies) = problems([folders[2], folders[0]])
    #expect(problems == ["shard 2/3 is missing"])
    #expect(
      remedies == [
        "panj sweep \(folders[2])/experiment.json --shard 2/3 --out \(temporary.path("shards/2"))"
      ])
  }

  @Test("the command that is named for a missing shard mends it, from the files of another")
  func mended() throws {
    try fixture.run("whole", experiment)
    let folders = try runShards(3, experiment)
    try FileManager.default.removeItem(atPath: folders[1])
    let copy = try ExperimentReader.read(path: folders[0] + "/experiment.json")
    try fixture.run("shards/2", copy, shard: SweepShard(number: 2, count: 3))
    try merge(folders, into: "merged")
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("many missing shards are counted, and the first few get a command")
  func manyMissing() throws {
    try fixture.run("shards/4", experiment, shard: SweepShard(number: 4, count: 12))
    let (problems, remedies) = problems([temporary.path("shards/4")])
    #expect(problems == ["11 of 12 shards are missing: 1-3,5-12"])
    #expect(remedies.count == 6 && remedies[5] == "and so on for the shards 7-12")
    #expect(remedies[4].contains("--shard 6/12 --out \(temporary.path("shards/6"))"))
  }

  @Test("under a script for Slurm, the one line that resubmits what is missing is named")
  func slurm() throws {
    let folders = try runShards(6, experiment)
    try temporary.put("sweep.sbatch")
    let (_, remedies) = problems([folders[0], folders[2], folders[5]])
    #expect(remedies == ["sbatch --array=2,4-5 \(temporary.path("sweep.sbatch"))"])
  }

  @Test("a shard that is not complete is named with what it lacks")
  func incomplete() throws {
    let shard = SweepShard(number: 1, count: 2)
    try fixture.run("shards/1", experiment, shard: shard, unitLimit: 11)
    try fixture.run("shards/2", experiment, shard: SweepShard(number: 2, count: 2))
    let folders = [temporary.path("shards/1"), temporary.path("shards/2")]
    let (first, remedies) = problems(folders)
    #expect(first == ["shard 1/2 in '\(folders[0])' is not complete: it lacks 1 replication"])
    #expect(remedies.count == 1 && remedies[0].hasSuffix("--shard 1/2 --out \(folders[0])"))
    try FileManager.default.removeItem(atPath: folders[1] + "/records.log")
    #expect(problems(folders).problems.last?.hasSuffix("has no records.log") == true)
  }

  @Test("a shard that was given twice, or of another number of shards, is named")
  func doubled() throws {
    let folders = try runShards(2, experiment)
    try fixture.run("other", experiment, shard: SweepShard(number: 1, count: 4))
    let other = temporary.path("other")
    let (problems, remedies) = problems([folders[0], folders[0], folders[1], other])
    #expect(
      problems == [
        "'\(folders[0])' and '\(folders[0])' both hold shard 1/2",
        "'\(other)' holds shard 1/4, but '\(folders[0])' is one of 2",
      ])
    #expect(remedies == [])
  }

  @Test("a shard of another experiment or version, and what is no shard, are named")
  func foreign() throws {
    let folders = try runShards(2, experiment)
    try fixture.run(
      "shards/2b", try fixture.experiment(SweepFixture.grid, seed: 9),
      shard: SweepShard(number: 2, count: 2))
    let other = temporary.path("shards/2b")
    let first = problems([folders[0], other, temporary.path("inputs")]).problems
    #expect(first.count == 3)
    #expect(first[0].hasPrefix("'\(other)' holds a sweep of another experiment"))
    #expect(first[1] == "'\(temporary.path("inputs"))' does not hold a sweep")
    #expect(first[2] == "shard 2/2 is missing")
    let identity = try #require(temporary.text("shards/2/sweep.json"))
    try temporary.put(
      "shards/2/sweep.json",
      identity.replacingOccurrences(of: PanjVersion.current, with: "99.1"))
    #expect(problems(folders).problems.first?.contains("that version 99.1 of Panj ran") == true)
  }

  @Test("records of another shard in a shard's log are named")
  func foreignRecords() throws {
    let folders = try runShards(2, experiment)
    try FileManager.default.removeItem(atPath: folders[1] + "/records.log")
    try FileManager.default.copyItem(
      atPath: folders[0] + "/records.log", toPath: folders[1] + "/records.log")
    #expect(problems(folders).problems.first?.contains("records of another sweep") == true)
  }

  @Test("all points of a replication are in one shard, unless shards outnumber replications")
  func dealing() throws {
    for (count, isTogether) in [(3, true), (6, true), (7, false)] {
      for folder in try runShards(count, experiment) {
        let store = try SweepStore(reading: folder)
        for replication in 0..<6 {
          let points = (0..<4).count {
            store.contains(SweepUnit(point: $0, replication: replication))
          }
          if isTogether { #expect(points == 0 || points == 4) }
        }
        let shard = store.identity.shard
        #expect(shard.plannedUnits(of: experiment) == store.recordCount, "\(shard)")
      }
      for number in 1...count {
        try FileManager.default.removeItem(atPath: temporary.path("shards/\(number)"))
      }
    }
  }

  @Test("when the first folder is the broken one, what to type is named all the same, and works")
  func firstBroken() throws {
    try fixture.run("whole", experiment)
    let folders = try runShards(3, experiment)
    try FileManager.default.removeItem(atPath: folders[0] + "/sweep.json")
    let (problems, remedies) = problems(folders)
    #expect(problems == ["'\(folders[0])' does not hold a sweep", "shard 1/3 is missing"])
    let renewed = temporary.path("shards/shard-1-of-3")
    #expect(
      remedies == [
        "panj sweep \(folders[1])/experiment.json --shard 1/3 --out \(renewed)"
      ])
    let copy = try ExperimentReader.read(path: folders[1] + "/experiment.json")
    try fixture.run("shards/shard-1-of-3", copy, shard: SweepShard(number: 1, count: 3))
    try merge([renewed, folders[1], folders[2]], into: "merged")
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("an experiment that cannot be read in one shard is read from another")
  func experimentOfAnother() throws {
    let folders = try runShards(2, experiment)
    try temporary.put("shards/1/experiment.json", "{")
    #expect(try SweepShards(in: folders).folders == folders)
  }

  @Test("shards of an experiment before and after it was extended are told apart")
  func extended() throws {
    let folders = try runShards(3, experiment)
    let more = try fixture.experiment(
      SweepFixture.grid.replacingOccurrences(
        of: "\"replications\": 6", with: "\"replications\": 8"))
    try fixture.run("shards/2", more, shard: SweepShard(number: 2, count: 3))
    let (problems, remedies) = problems(folders)
    #expect(
      problems
        == [1, 3].map { number in
          "'\(folders[number - 1])' holds shard \(number)/3 of an experiment file that is not that "
            + "of '\(folders[1])': 4 points of at most 6 replications, and there "
            + "4 points of at most 8 "
            + "replications"
        })
    #expect(remedies.count == 2)
    #expect(remedies[0].hasPrefix("panj sweep \(folders[1])/experiment.json --shard 1/3"))
    for number in [1, 3] {
      let copy = try ExperimentReader.read(path: folders[1] + "/experiment.json")
      try fixture.run("shards/\(number)", copy, shard: SweepShard(number: number, count: 3))
    }
    try merge(folders, into: "merged")
    try fixture.run("whole", more)
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }

  @Test("a shard is not extended beyond where its units would be dealt out otherwise")
  func otherDealing() throws {
    let shard = SweepShard(number: 2, count: 8)
    try fixture.run("a", experiment, shard: shard)
    let more = try fixture.experiment(
      SweepFixture.grid.replacingOccurrences(
        of: "\"replications\": 6", with: "\"replications\": 8"))
    let error = #expect(throws: SweepError.self) {
      try fixture.open("a", more, shard: shard)
    }
    #expect(error?.description.contains("dealt out by units, and now by replications") == true)
  }

  @Test("a folder that is one of the shards is no place for the whole, whatever its name")
  func sameFolder() throws {
    let folders = try runShards(2, experiment)
    #expect(throws: SweepError.mergesIntoShard(folder: folders[1] + "/../2")) {
      try SweepShards.check(target: folders[1] + "/../2", of: folders)
    }
    try SweepShards.check(target: temporary.path("merged"), of: folders)
  }

  @Test("a whole that came out incomplete is not called complete")
  func lostMeanwhile() throws {
    let folders = try runShards(2, experiment)
    let shards = try SweepShards(in: folders)
    let log = try #require(temporary.text("shards/2/records.log")).split(separator: "\n")
    try temporary.put(
      "shards/2/records.log", log.dropLast(2).joined(separator: "\n") + "\n")
    let store = try fixture.open("merged", experiment).store
    #expect(try shards.copyRecords(into: store) == .interrupted)
  }

  @Test("shards are not put together in the folder of one of them")
  func intoShard() throws {
    let folders = try runShards(2, experiment)
    let before = try fixture.files("shards/1")
    #expect(throws: SweepError.self) { try merge(folders, into: "shards/1") }
    #expect(try fixture.files("shards/1") == before)
  }
}

@Suite("Words for a shell")
struct ShellWordTests {
  @Test("a plain word stays, any other is put in quotes")
  func quoted() {
    #expect(ShellWord.quoted("/runs/a-1_b.json") == "/runs/a-1_b.json")
    #expect(ShellWord.quoted("a b") == "'a b'")
    #expect(ShellWord.quoted("it's $HOME") == "'it'\\''s $HOME'")
    #expect(ShellWord.quoted("") == "''")
  }
}
