import Foundation

/// The files of the package, found from the place of this file.
enum SourceTree {
  /// A file of the package.
  struct File: Sendable {
    /// The path below the package's root, such as `Sources/EventKernel/Time.swift`.
    let path: String
    let text: String

    var isSwift: Bool { path.hasSuffix(".swift") }
  }

  /// The folder that holds `Package.swift`.
  ///
  /// It is looked for upwards, so that these tests may be moved a folder deeper.
  static var root: URL {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: manifest.path) { return folder }
      folder.deleteLastPathComponent()
    }
    return folder
  }

  /// The text of `Package.swift`.
  static func manifest() throws -> String {
    try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
  }

  /// The text files below some folders of the root, by path; files that are not UTF-8 are left out.
  static func files(in folders: [String]) -> [File] {
    var files: [File] = []
    for folder in folders {
      let start = root.appendingPathComponent(folder)
      let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
      for name in (names ?? []).sorted() {
        if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
        let url = start.appendingPathComponent(name)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
        files.append(File(path: folder + "/" + name, text: text))
      }
    }
    return files
  }
}
