import Foundation

/// The scenarios of the project, as benchmarks find them.
public enum ShippedScenarios {
  /// The files of a folder and of its `variants`, by name.
  ///
  /// - Throws: `LoadError` if there is none.
  public static func paths(in folder: String) throws -> [String] {
    let paths = [folder, folder + "/variants"].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
    }
    if paths.isEmpty {
      throw LoadError(
        "no scenarios in \(folder); run from the project's folder or say --scenarios FOLDER")
    }
    return paths
  }

  /// What a scenario is called in a table: its path below the folder, without the ending.
  static func name(ofPath path: String, in folder: String) -> String {
    String(path.dropFirst(folder.count + 1).dropLast(".json".count))
  }
}
