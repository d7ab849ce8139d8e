/// The JSON Schema (draft 2020-12) of a shape, for editors and other programs.
///
/// It says all that a shape says except what a schema cannot: that identifiers are defined, that
/// numbers are in order (`low`, `value`, `high`; the ordering rules of objects), that a day exists
/// in its month, and that the parameters of an uncertainty distribution lie in the range of their
/// quantity. So a document without problems always satisfies the schema, and most that have
/// problems do not.
public enum JSONSchema {
  /// The schema as a document.
  ///
  /// - Parameters:
  ///   - shape: what the documents look like; see `Shape.inconsistencies`.
  ///   - title: the name of the format.
  ///   - id: the URI that names the schema.
  ///   - description: what such a document is, if anything is to be said.
  public static func document(
    for shape: Shape, title: String, id: String, description: String? = nil
  ) -> JSONNode {
    var writer = JSONSchemaWriter()
    var members: [(String, JSONNode)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .string(id)), ("title", .string(title)),
    ]
    if let description { members.append(("description", .string(description))) }
    for (key, node) in writer.members(of: shape.unnamed)
    where !members.contains(where: { $0.0 == key }) {
      members.append((key, node))
    }
    members.append(("$defs", .object(writer.definitions)))
    return .object(members)
  }
}
