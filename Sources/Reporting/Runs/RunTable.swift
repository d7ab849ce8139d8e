/// One CSV file of a run folder: its bytes and what its columns mean.
struct RunTable {
  /// The file's name without its ending.
  var name: String
  /// What it holds.
  var title: String
  /// What the columns are.
  var fields: [DataPackageField]
  /// The columns that name a row.
  var primaryKey: [String]
  /// The rows.
  var document: CSVDocument

  init(name: String, title: String, fields: [DataPackageField], primaryKey: [String]) {
    self.name = name
    self.title = title
    self.fields = fields
    self.primaryKey = primaryKey
    document = CSVDocument(header: fields.map(\.name))
  }

  /// The table as a resource of the data package.
  var resource: DataPackageResource {
    DataPackageResource(
      name: name, path: "\(name).csv", title: title, fields: fields, primaryKey: primaryKey,
      content: document.bytes)
  }
}
