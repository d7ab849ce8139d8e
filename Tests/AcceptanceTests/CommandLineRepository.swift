import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

/// The source tree that these tests were built from.
enum CommandLineRepository {
  /// The folder of `Package.swift`, found upwards from this file.
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder.path }
      folder.deleteLastPathComponent()
    }
    preconditionFailure("no Package.swift above \(#filePath)")
  }()

  /// The small scenario that most tests run: a replication takes milliseconds even in debug mode.
  static let smallScenario = root + "/Tests/AcceptanceTests/Resources/small-scenario.json"

  /// Its text.
  static func smallScenarioText() throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: smallScenario)), as: UTF8.self)
  }

  /// The shipped experiments, sorted by name.
  static let shippedExperiments: [String] = {
    let folder = root + "/scenarios/experiments"
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
  }()

  /// The shipped scenarios, sorted by name: every JSON file below `scenarios/` but experiments.
  static let shippedScenarios: [String] = {
    let folder = URL(fileURLWithPath: root + "/scenarios").resolvingSymlinksInPath().path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.contains("experiment") }.sorted()
      .map { folder + "/" + $0 }
  }()
}

extension String {
  /// The text with one passage replaced, which must occur exactly once.
  func replacingOnce(_ old: String, with new: String) throws -> String {
    let parts = components(separatedBy: old)
    try #require(parts.count == 2, "'\(old)' occurs \(parts.count - 1) times")
    return parts[0] + new + parts[1]
  }
}
