import Foundation

/// A folder of its own for one test, removed when the test lets go of it.
final class CommandLineFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("panj-acceptance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something inside.
  func path(_ name: String) -> String { path + "/" + name }

  /// The bytes of a file inside; nil when it is not there.
  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  /// The text of a file inside; nil when it is not there.
  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Writes a file inside, making the folders above it, and gives its path.
  @discardableResult
  func put(_ name: String, _ text: String = "") throws -> String {
    try put(name, bytes: Array(text.utf8))
  }

  /// Writes a file inside, making the folders above it, and gives its path.
  @discardableResult
  func put(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The names inside a folder inside, those with a dot in front included, in order.
  func names(_ folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// Whether something of this name is inside.
  func contains(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
