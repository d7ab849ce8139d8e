import Foundation
import ResultFiles

/// Which shards of a sweep some folders hold, what is wrong with them and how to mend it.
struct ShardCensus {
  /// What the folder says of itself that the others are held against.
  let identity: SweepIdentity
  /// The folders that count, by number of shard.
  private(set) var folders: [Int: String] = [:]
  /// What is wrong, a line each.
  private(set) var problems: [String] = []

  /// The folder that the others are held against.
  private let first: String
  /// Folders that hold no sweep: a shard cannot be run there.
  private var broken: [String] = []
  /// Shards of an earlier state of the experiment: with fewer replications or points, say.
  private var outdated: Set<Int> = []
  /// Shards that have to be run, or run on.
  private var unfinished: [Int] = []

  /// How many shards are named one by one.
  private static let shownShards = 5

  /// Finds the folder that says most: the first one that is a sweep, or one of the same sweep that
  /// asks for more points or replications. `nil` when none is a sweep.
  init?(of folders: [String]) {
    let known = folders.compactMap { folder in
      (try? SweepFolder.identity(in: folder)).map { (folder: folder, identity: $0) }
    }
    guard var best = known.first else { return nil }
    for other in known where other.identity.difference(from: best.identity) == nil {
      let (mine, others) = (best.identity, other.identity)
      if (others.pointCount, others.replicationLimit) > (mine.pointCount, mine.replicationLimit) {
        best = other
      }
    }
    (first, identity) = best
  }

  /// Looks at a folder.
  mutating func count(_ folder: String) {
    let found: SweepIdentity
    do throws(SweepError) {
      found = try SweepFolder.identity(in: folder)
    } catch {
      broken.append(folder)
      problems.append("'\(folder)' does not hold a sweep")
      return
    }
    let shard = found.shard
    if let difference = found.difference(from: identity) {
      problems.append("'\(folder)' holds \(difference), unlike '\(first)'")
    } else if shard.count != identity.shard.count {
      problems.append(
        "'\(folder)' holds shard \(shard), but '\(first)' is one of \(identity.shard.count)")
    } else if let other = folders[shard.number] {
      problems.append("'\(folder)' and '\(other)' both hold shard \(shard)")
    } else {
      folders[shard.number] = folder
      if found.files == identity.files { return }
      outdated.insert(shard.number)
      unfinished.append(shard.number)
      problems.append(
        "'\(folder)' holds shard \(shard) of an experiment file that is not that of '\(first)': "
          + words(on: found))
    }
  }

  /// How another state of the experiment differs from that which counts.
  private func words(on other: SweepIdentity) -> String {
    func size(_ identity: SweepIdentity) -> String {
      "\(identity.pointCount) points of at most \(identity.replicationLimit) replications"
    }
    let isSame = size(other) == size(identity)
    return isSame ? "another goal, or other words" : "\(size(other)), and there \(size(identity))"
  }

  /// The experiment, from the first folder in which it can be read.
  ///
  /// - Throws: what is wrong in the folder that the others are held against.
  func experiment() throws -> Experiment {
    for (number, folder) in folders.sorted(by: { $0.key < $1.key })
    where !outdated.contains(number) {
      if let experiment = try? SweepFolder.experiment(in: folder) { return experiment }
    }
    return try SweepFolder.experiment(in: first)
  }

  /// Notes what no folder holds.
  mutating func noteMissing() {
    let missing = (1...identity.shard.count).filter { folders[$0] == nil }
    unfinished += missing
    if missing.isEmpty { return }
    problems.append(
      missing.count == 1
        ? "shard \(missing[0])/\(identity.shard.count) is missing"
        : "\(missing.count) of \(identity.shard.count) shards are missing: \(ranges(missing))")
  }

  /// Notes what is wrong with the records of a shard, if anything.
  mutating func note(_ problem: String?, ofShard number: Int) {
    guard let problem, let folder = folders[number], !outdated.contains(number) else { return }
    unfinished.append(number)
    problems.append("shard \(number)/\(identity.shard.count) in '\(folder)' \(problem)")
  }

  /// What to type so that every shard is there and complete.
  ///
  /// Where a script for Slurm stands above the folders, as `panj slurm` puts it, that is one line.
  func remedies() -> [String] {
    let numbers = unfinished.sorted()
    if numbers.isEmpty { return [] }
    let script = Self.parent(of: Self.parent(of: first)) + "/" + SlurmJob.arrayScriptName
    if broken.isEmpty, FileManager.default.fileExists(atPath: script) {
      return ["sbatch --array=\(ranges(numbers)) \(ShellWord.quoted(script))"]
    }
    var lines = numbers.prefix(Self.shownShards).map { number in
      let experiment = first + "/" + SweepFolder.experimentName
      return "panj sweep \(ShellWord.quoted(experiment)) --shard \(number)/\(identity.shard.count) "
        + "--out \(ShellWord.quoted(folder(ofShard: number)))"
    }
    if numbers.count > Self.shownShards {
      lines.append("and so on for the shards \(ranges(Array(numbers.dropFirst(Self.shownShards))))")
    }
    return lines
  }

  /// The folder of a shard, or one beside the others with a name like theirs.
  private func folder(ofShard number: Int) -> String {
    if let known = folders[number] { return known }
    let name = first.split(separator: "/").last.map(String.init) ?? ""
    let own = "\(identity.shard.number)"
    let parent = Self.parent(of: first)
    if let range = name.range(of: own), name.ranges(of: own).count == 1 {
      let folder = parent + "/" + name.replacingCharacters(in: range, with: "\(number)")
      if !broken.contains(where: { OutputFolder.isSame($0, as: folder) }) { return folder }
    }
    return parent + "/shard-\(number)-of-\(identity.shard.count)"
  }

  private static func parent(of folder: String) -> String {
    let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? ".." : "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Rising numbers as Slurm and people write them: `1,3-5,9`.
  private func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
