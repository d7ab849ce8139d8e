import ScenarioFormat

/// A column of a table in a data package.
public struct DataPackageField: Sendable, Equatable {
  /// The types of the Table Schema specification that Panj's tables use.
  public enum Kind: String, Sendable {
    /// Words.
    case string
    /// Whole numbers.
    case integer
    /// Numbers.
    case number
    /// `true` or `false`.
    case boolean
    /// Days as `2024-01-31`.
    case date
  }

  /// The name in the header of the file.
  public var name: String

  /// The type of the values.
  public var kind: Kind

  /// What the column means, in a sentence.
  public var summary: String

  /// The unit, such as `kg`; a property of our own, since the specification has none.
  public var unit: String?

  /// Describes a column.
  public init(_ name: String, _ kind: Kind, _ summary: String, unit: String? = nil) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.unit = unit
  }

  var json: JSONNode {
    var members: [(String, JSONNode)] = [
      ("name", .string(name)),
      ("type", .string(kind.rawValue)),
      ("description", .string(summary)),
    ]
    if let unit { members.append(("unit", .string(unit))) }
    return .object(members)
  }
}
