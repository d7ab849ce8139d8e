/// JSON text that depends on nothing but the value: the same node gives the same bytes.
///
/// Two spaces of indentation, members in their order, numbers in shortest form, LF, one final
/// newline. A container stands on one line when that fits in 100 columns and it holds only
/// scalars, or a single container of which the same is true.
public enum CanonicalJSON {
  /// The widest line that is preferred to breaking, in Unicode scalars.
  public static let lineWidth = 100

  /// The node as text, ending in a newline.
  public static func text(_ node: JSONNode) -> String {
    var writer = CanonicalJSONWriter()
    writer.write(node, column: 0, following: 0, indentation: 0)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The node as UTF-8 bytes, ending in a newline.
  public static func bytes(_ node: JSONNode) -> [UInt8] {
    Array(text(node).utf8)
  }

  /// The node on one line, without a newline, whatever its length.
  public static func line(_ node: JSONNode) -> String {
    var writer = CanonicalJSONWriter()
    writer.writeOnOneLine(node)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
