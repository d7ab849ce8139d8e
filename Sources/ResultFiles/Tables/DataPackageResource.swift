import ScenarioFormat

/// A file of a data package: a table with its columns, or any other file.
public struct DataPackageResource: Sendable, Equatable {
  /// A short name of lower-case letters, digits, `-`, `.`, `_` and `/`; unique in the package.
  public var name: String

  /// The file inside the package's folder.
  public var path: String

  /// What the file holds, in a few words.
  public var title: String

  /// What a reader needs to know to use it; empty to say nothing.
  public var summary: String

  /// The columns in order; empty for a file that is no table.
  public var fields: [DataPackageField]

  /// The columns that together tell each row from the others; empty when none do.
  public var primaryKey: [String]

  /// Columns that name rows of other tables of the package.
  public var foreignKeys: [ForeignKey] = []

  /// A column whose values are those of a column of another table.
  public struct ForeignKey: Sendable, Equatable {
    /// The column.
    public var column: String
    /// The name of the other table; empty for this one.
    public var table: String
    /// The column there, which tells its rows from each other.
    public var key: String

    /// A reference to a row of another table.
    public init(_ column: String, in table: String, key: String) {
      self.column = column
      self.table = table
      self.key = key
    }

    fileprivate var json: JSONNode {
      [
        "fields": [.string(column)],
        "reference": ["resource": .string(table), "fields": [.string(key)]],
      ]
    }
  }

  /// The size of the file.
  public let byteCount: Int

  /// The SHA-256 of the file as 64 hexadecimal digits.
  public let hash: String

  /// Describes a file by its content.
  ///
  /// The cost is that of hashing the bytes. A primary key that names an unknown column is a
  /// precondition.
  public init(
    name: String, path: String, title: String, summary: String = "",
    fields: [DataPackageField] = [], primaryKey: [String] = [], content: [UInt8]
  ) {
    self.init(
      name: name, path: path, title: title, summary: summary, fields: fields,
      primaryKey: primaryKey, byteCount: content.count, hash: SHA256.hexadecimal(content))
  }

  /// Describes a file by its size and hash.
  public init(
    name: String, path: String, title: String, summary: String = "",
    fields: [DataPackageField] = [], primaryKey: [String] = [], byteCount: Int, hash: String
  ) {
    precondition(Self.isName(name), "'\(name)' is no name for a resource")
    let columns = Set(fields.map(\.name))
    precondition(columns.isSuperset(of: primaryKey), "the primary key names an unknown column")
    self.name = name
    self.path = path
    self.title = title
    self.summary = summary
    self.fields = fields
    self.primaryKey = primaryKey
    self.byteCount = byteCount
    self.hash = hash
  }

  /// Whether a name is one that every version of the specification takes.
  static func isName(_ name: String) -> Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-._/".utf8)
    return !name.isEmpty && name.utf8.allSatisfy(allowed.contains)
  }

  var json: JSONNode {
    let format = String(path.split(separator: ".").last ?? "")
    var members: [(String, JSONNode)] = [
      ("name", .string(name)),
      ("path", .string(path)),
      ("title", .string(title)),
    ]
    if !summary.isEmpty { members.append(("description", .string(summary))) }
    if !fields.isEmpty { members.append(("type", "table")) }
    members += [
      ("format", .string(format)),
      ("mediatype", .string(Self.mediaType(of: format))),
      ("encoding", "utf-8"),
      ("bytes", .number(byteCount)),
      ("hash", .string("sha256:" + hash)),
    ]
    if !fields.isEmpty { members.append(("schema", schema)) }
    return .object(members)
  }

  private var schema: JSONNode {
    var members: [(String, JSONNode)] = [
      ("$schema", "https://datapackage.org/profiles/2.0/tableschema.json"),
      ("fields", .array(fields.map(\.json))),
    ]
    if !primaryKey.isEmpty {
      members.append(("primaryKey", .array(primaryKey.map { .string($0) })))
    }
    if !foreignKeys.isEmpty {
      members.append(("foreignKeys", .array(foreignKeys.map(\.json))))
    }
    members.append(("missingValues", [""]))
    return .object(members)
  }

  private static func mediaType(of format: String) -> String {
    switch format {
    case "csv": "text/csv"
    case "json": "application/json"
    case "geojson": "application/geo+json"
    case "svg": "image/svg+xml"
    case "html": "text/html"
    case "txt": "text/plain"
    case "md": "text/markdown"
    case "graphml", "xml": "application/xml"
    default: "application/octet-stream"
    }
  }
}
