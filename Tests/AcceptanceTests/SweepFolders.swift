import Foundation
import Testing

/// Experiments on the small scenario and the folders of their sweeps, for tests from outside.
struct SweepFolders {
  let folder: CommandLineFolder
  /// The experiment file.
  let experiment: String

  /// - Parameter replications: of each of four points.
  init(replications: Int = 30) throws {
    folder = try CommandLineFolder()
    experiment = try folder.put("inputs/sweep.json", Self.text(replications: replications))
  }

  private static func text(replications: Int) -> String {
    """
    {
      "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
      "scenarios": {"small": "\(CommandLineRepository.smallScenario)"},
      "factors": {
        "skill": {
          "parameter": "/agencies/*/skill", "operation": "scale", "levels": [1, 0.5]
        },
        "speed": {
          "parameter": "/modes/*/kilometresPerDay", "operation": "scale", "levels": [1, 2]
        }
      },
      "replications": \(replications),
      "responses": {
        "seized_kg": {"columns": ["seized_kg*"]},
        "delivered_kg": {"columns": ["delivered_kg__heroin"]}
      }
    }
    """
  }

  /// Changes something in the experiment file that stands there once.
  func change(_ text: String, to other: String) throws {
    let name = "inputs/sweep.json"
    guard let old = folder.text(name) else { return }
    try folder.put(name, old.replacingOnce(text, with: other))
  }

  /// Starts `panj sweep` into a folder.
  func start(
    _ out: String, _ words: String..., program: String = CommandLineProcess.panj
  ) throws -> CommandLineProcess {
    try CommandLineProcess(
      ["sweep", experiment, "--out", folder.path(out)] + words, program: program)
  }

  /// Runs `panj sweep` into a folder to its end.
  func sweep(_ out: String, _ words: String...) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(["sweep", experiment, "--out", folder.path(out)] + words).ending()
  }

  /// Runs `panj` under a limit of the size of files that it writes, in KiB: then a disk is full.
  func limited(_ kibibytes: Int, _ words: String...) throws -> CommandLineProcess.Ending {
    // The signal is ignored, as where a disk is full there is none; then writing fails.
    let script = "trap '' XFSZ; ulimit -f \(kibibytes); exec \"$0\" \"$@\""
    return try CommandLineProcess(
      ["-c", script, CommandLineProcess.panj] + words, program: "/bin/bash"
    ).ending()
  }

  /// Waits until a sweep keeps records: its log has so many bytes or more.
  func waitForRecords(_ out: String, bytes: Int = 1) {
    for _ in 0..<20_000 {
      if (folder.bytes(out + "/records.log")?.count ?? 0) >= bytes { return }
      Thread.sleep(forTimeInterval: 0.001)
    }
  }

  /// The bytes of all files of a folder and those inside it, but `run.json`.
  func files(_ out: String) -> [String: [UInt8]] {
    let root = folder.path(out)
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var files: [String: [UInt8]] = [:]
    for name in names where name != "run.json" {
      if let bytes = folder.bytes(out + "/" + name) { files[name] = bytes }
    }
    return files
  }
}
