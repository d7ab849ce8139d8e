/// One CSV file of a run folder: its bytes and what its columns mean.
public struct ResultTable {
  /// The file's name without its ending.
  public var name: String
  /// What it holds.
  public var title: String
  /// What the columns are.
  public var fields: [DataPackageField]
  /// The columns that name a row.
  public var primaryKey: [String]
  /// The rows.
  public var document: CSVDocument

  /// A table without rows.
  public init(name: String, title: String, fields: [DataPackageField], primaryKey: [String]) {
    self.name = name
    self.title = title
    self.fields = fields
    self.primaryKey = primaryKey
    document = CSVDocument(header: fields.map(\.name))
  }

  /// The table as a resource of the data package.
  public var resource: DataPackageResource {
    DataPackageResource(
      name: name, path: "\(name).csv", title: title, fields: fields, primaryKey: primaryKey,
      content: document.bytes)
  }
}
