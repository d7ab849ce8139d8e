public import TraffickingModel

/// Reads JSON exactly as RFC 8259 defines it, and nothing looser.
///
/// UTF-8 only, without a byte order mark; no comments, trailing commas or NaN; no key twice in an
/// object; every number such that a `Double` holds it. No sequence of bytes traps or overflows the
/// stack, and time and memory are bounded by the limits below.
public enum JSONReader {
  /// The most bytes that a file may have: 16 MiB.
  public static let sizeLimit = 16 << 20

  /// How many arrays and objects may stand inside each other.
  public static let depthLimit = 64

  /// The most values, counting every scalar, array and object, in one file.
  public static let valueLimit = 1_000_000

  /// The most bytes of UTF-8 in one string or key.
  public static let stringLimit = 65_536

  /// The most characters in one number.
  public static let numberLimit = 64

  /// Reads one JSON document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the name for locations, as the user would write it.
  /// - Throws: one problem, the first met, with its line, column and pointer.
  public static func read(_ bytes: [UInt8], file: String) throws(ScenarioError) -> JSONNode {
    guard bytes.count <= sizeLimit else {
      throw ScenarioError(overlong(file: file, byteCount: bytes.count))
    }
    var parser = JSONParser(bytes: bytes, file: file)
    return try parser.document()
  }

  static func overlong(file: String, byteCount: Int) -> ScenarioProblem {
    ScenarioProblem(
      pointer: "", found: "found \(byteCount) bytes in \(quoted(file))",
      allowed: "a JSON file of at most \(sizeLimit) bytes (16 MiB)",
      hint: "is this the right file?")
  }
}
