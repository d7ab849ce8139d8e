import Foundation

/// Reference values kept beside the tests as JSON.
enum ReferenceFile {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Resources/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
