import Foundation
import Testing

/// Shards, merging and Slurm from the command line.
@Suite("The command line: shards of a sweep")
struct SweepShardCommandTests {
  private let sweeps: SweepFolders
  private var folder: CommandLineFolder { sweeps.folder }

  init() throws { sweeps = try SweepFolders(replications: 5) }

  private func merge(_ words: String...) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(["merge"] + words, in: folder.path).ending()
  }

  @Test("1, 3 and 8 shards, each run by itself, make the same files", arguments: [1, 3, 8])
  func merging(count: Int) throws {
    #expect(try sweeps.sweep("whole").status == 0)
    for number in 1...count {
      #expect(try sweeps.sweep("shards/\(number)", "--shard", "\(number)/\(count)").status == 0)
    }
    let folders = (1...count).map { "shards/\($0)" }
    let ending = try CommandLineProcess(
      ["merge", "--out", "merged"] + folders, in: folder.path
    ).ending()
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(sweeps.files("merged") == sweeps.files("whole"))
    #expect(try folder.names("merged") == folder.names("whole"))
    #expect(folder.text("merged/run.json")?.contains("\"merged_from\"") == true)
  }

  @Test("the command that merging names for a missing shard works as it stands")
  func remedy() throws {
    #expect(try sweeps.sweep("whole").status == 0)
    #expect(try sweeps.sweep("parts/shard-1-of-2", "--shard", "1/2").status == 0)
    let refused = try merge("parts/shard-1-of-2", "--out", "merged")
    #expect(refused.status == 65 && !folder.contains("merged"))
    let line = try #require(
      refused.errors.split(separator: "\n").last { $0.contains("panj sweep") })
    let words = line.split(separator: " ").dropFirst().map(String.init)
    #expect(try CommandLineProcess(words, in: folder.path).ending().status == 0)
    let ending = try merge("parts/shard-1-of-2", "parts/shard-2-of-2", "--out", "merged")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(sweeps.files("merged") == sweeps.files("whole"))
  }

  @Test("a shard that is complete ends at once and stays as it is")
  func complete() throws {
    #expect(try sweeps.sweep("a", "--shard", "1/2").status == 0)
    let before = folder.bytes("a/run.json")
    let ending = try sweeps.sweep("a", "--shard", "1/2")
    #expect(ending.status == 0 && ending.errors.contains("Shard 1/2 is complete already"))
    #expect(folder.bytes("a/run.json") == before && ending.output.isEmpty)
  }

  @Test("a whole is never put together in the folder of a shard, whatever options say")
  func intoShard() throws {
    for number in [1, 2] {
      #expect(try sweeps.sweep("shards/\(number)", "--shard", "\(number)/2").status == 0)
    }
    let before = sweeps.files("shards/2")
    for words in [[], ["--replace"]] {
      let ending = try CommandLineProcess(
        ["merge", "shards/1", "shards/2", "--out", "shards/../shards/2/"] + words, in: folder.path
      ).ending()
      #expect(ending.status == 65 && ending.errors.contains("one of the shards"))
      #expect(!ending.errors.contains("--replace"))
      #expect(sweeps.files("shards/2") == before && folder.contains("shards/2/run.json"))
    }
  }

  @Test("a plan of a shard says how much that shard is")
  func plan() throws {
    let ending = try CommandLineProcess.panj(
      "sweep", sweeps.experiment, "--plan", "--shard", "1/3")
    #expect(ending.status == 0 && ending.outputText.contains("shard         1/3: 8 replications"))
  }

  @Test("a shard of a selection is refused before its folder is made")
  func selection() throws {
    try sweeps.change("\"replications\": 5", to: "\"replications\": 20")
    let text = try #require(folder.text("inputs/sweep.json"))
    let start = try #require(text.range(of: "\"factors\""))
    let end = try #require(text.range(of: "\"replications\""))
    let selection = """
      "selection": {"rule": "kimNelson", "response": "seized_kg", "goal": "maximise",
        "indifference": 1},
      """
    var changed = text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: selection)
    let scenario = "{\"small\": \"\(CommandLineRepository.smallScenario)\""
    changed = changed.replacingOccurrences(
      of: scenario, with: scenario + ", \"other\": \"\(CommandLineRepository.smallScenario)\"")
    try folder.put("inputs/sweep.json", changed)
    let ending = try sweeps.sweep("a", "--shard", "1/2")
    #expect(ending.status == 65 && ending.errors.contains("cannot be cut"), "\(ending.errors)")
    #expect(!folder.contains("a"))
  }

  @Test("slips are answered with what is allowed")
  func slips() throws {
    #expect(try merge("a").errors.contains("--out is missing"))
    #expect(try merge("inputs", "--out", "x").errors.contains("'inputs' does not hold a sweep"))
    #expect(try sweeps.sweep("a", "--shard", "3/2").status == 64)
    let slurm = ["slurm", sweeps.experiment, "--out", folder.path("c")]
    for (words, said) in [
      ([], "--shards is missing"), (["--shards", "21"], "at most 20 shards"),
      (["--shards", "2", "--time", "1 hour"], "without blanks"),
    ] {
      let ending = try CommandLineProcess(slurm + words).ending()
      #expect(ending.status == 64 && ending.errors.contains(said), "\(ending.errors)")
    }
    #expect(!folder.contains("c"))
  }

  @Test("the scripts for Slurm do without Slurm what they do with it, in a folder of any name")
  func slurmScripts() throws {
    #expect(try sweeps.sweep("whole").status == 0)
    let out = folder.path("it's a cluster")
    let written = try CommandLineProcess.panj(
      "slurm", sweeps.experiment, "--shards", "3", "--out", out, "--time", "00:10:00",
      "--memory", "500M", "--partition", "long", "--processors", "2")
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.outputText.contains("sbatch --parsable"))
    let script = try #require(folder.text("it's a cluster/sweep.sbatch"))
    for line in [
      "--array=1-3", "--time=00:10:00", "--mem=500M", "--partition=long", "--cpus-per-task=2",
    ] {
      #expect(script.contains("#SBATCH \(line)\n"))
    }
    // The originals are needed no more.
    try FileManager.default.removeItem(atPath: folder.path("inputs"))
    func task(_ number: Int) throws -> CommandLineProcess.Ending {
      try CommandLineProcess(
        [out + "/sweep.sbatch"], program: "/bin/bash",
        environment: ["SLURM_ARRAY_TASK_ID": "\(number)"]
      ).ending()
    }
    for number in [1, 3] { #expect(try task(number).status == 0) }
    let merge = try CommandLineProcess([out + "/merge.sbatch"], program: "/bin/bash").ending()
    #expect(merge.status == 65)
    #expect(merge.errors.contains("sbatch --array=2 '"), "\(merge.errors)")
    #expect(try task(2).status == 0)
    #expect(try task(1).errors.contains("complete already"))
    let again = try CommandLineProcess([out + "/merge.sbatch"], program: "/bin/bash").ending()
    #expect(again.status == 0, "\(again.errors)")
    #expect(sweeps.files("it's a cluster/whole") == sweeps.files("whole"))
  }

  @Test("a task that is told that its time is up ends well, and goes on when it is submitted again")
  func slurmNotice() throws {
    let long = try SweepFolders(replications: 1_000_000)
    let out = long.folder.path("c")
    #expect(
      try CommandLineProcess.panj("slurm", long.experiment, "--shards", "2", "--out", out).status
        == 0)
    for signal in [SIGUSR1, SIGTERM] {
      let before = long.folder.bytes("c/shards/1/records.log")?.count ?? 0
      let task = try CommandLineProcess(
        [out + "/sweep.sbatch"], program: "/bin/bash", environment: ["SLURM_ARRAY_TASK_ID": "1"])
      long.waitForRecords("c/shards/1", bytes: before + 2_000)
      task.send(signal)
      let ending = task.ending()
      #expect(ending.status == 143 && !ending.isSignalled, "\(ending.text)")
      #expect(
        long.folder.text("c/shards/1/run.json")?.contains("\"ending\": \"interrupted\"") == true)
      #expect((long.folder.bytes("c/shards/1/records.log")?.count ?? 0) > before)
    }
  }

  @Test("a task with a budget of time ends with 3 when it is up, and goes on when submitted again")
  func slurmBudget() throws {
    let slurm = ["slurm", sweeps.experiment, "--shards", "2", "--out", folder.path("c")]
    #expect(try CommandLineProcess(slurm).ending().status == 0)
    let script = try #require(folder.text("c/sweep.sbatch"))
    func task() throws -> CommandLineProcess.Ending {
      try CommandLineProcess(
        [folder.path("c/sweep.sbatch")], program: "/bin/bash",
        environment: ["SLURM_ARRAY_TASK_ID": "1"]
      ).ending()
    }
    try folder.put(
      "c/sweep.sbatch", script.replacingOnce("--workers", with: "--budget 0.000001s --workers"))
    #expect(try task().status == 3)
    try folder.put("c/sweep.sbatch", script)
    #expect(try task().status == 0)
  }

  @Test("the scripts of the same job are written again, those of another are not")
  func slurmAgain() throws {
    func slurm(_ words: String...) throws -> CommandLineProcess.Ending {
      try CommandLineProcess(
        ["slurm", sweeps.experiment, "--out", folder.path("c")] + words
      ).ending()
    }
    #expect(try slurm("--shards", "3").status == 0)
    #expect(try slurm("--shards", "3", "--time", "02:00:00").status == 0)
    #expect(folder.text("c/sweep.sbatch")?.contains("--time=02:00:00") == true)
    let other = try slurm("--shards", "4")
    #expect(other.status == 65 && !other.errors.contains("--replace"), "\(other.errors)")
    #expect(folder.text("c/sweep.sbatch")?.contains("--array=1-3") == true)
  }
}
