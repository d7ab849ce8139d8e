import ResultFiles

/// A table of a sweep's folder that is written row by row, whatever its size.
struct SweepTable: ~Copyable {
  private let name: String
  private let title: String
  private let fields: [DataPackageField]
  private let primaryKey: [String]
  private var document: CSVDocument
  private var stream: FileStream
  /// How many rows it has.
  private(set) var rowCount = 0

  /// Begins the file.
  init(
    _ name: String, title: String, fields: [DataPackageField], primaryKey: [String],
    in folder: OutputFolder
  ) throws(OutputError) {
    self.name = name
    self.title = title
    self.fields = fields
    self.primaryKey = primaryKey
    document = CSVDocument(header: fields.map(\.name))
    stream = try folder.stream(name: "\(name).csv")
  }

  /// Adds a row.
  mutating func add(_ cells: [CSVCell]) throws(OutputError) {
    document.addRow(cells)
    rowCount += 1
    try stream.append(document.takeBytes())
  }

  /// Gives the file its name and says what it is.
  ///
  /// - Parameter pointColumns: the columns that name points, rows of design.csv.
  consuming func finish(pointColumns: [String] = []) throws(OutputError) -> DataPackageResource {
    // The header of a table without rows is still to be written.
    try stream.append(document.takeBytes())
    let (byteCount, hash) = try stream.finish()
    var resource = DataPackageResource(
      name: name, path: "\(name).csv", title: title, fields: fields, primaryKey: primaryKey,
      byteCount: byteCount, hash: hash)
    resource.foreignKeys = pointColumns.map { .init($0, in: "design", key: "point_id") }
    return resource
  }
}

extension CSVCell {
  /// A number, or no value.
  init(_ value: Double?) {
    self = value.map { $0.isFinite ? .number($0) : .missing } ?? .missing
  }

  /// The value of a factor.
  init(_ value: FactorValue) {
    switch value {
    case .nominal: self = .missing
    case .number(let number): self = .number(number)
    case .word(let word): self = .text(word)
    case .isOn(let isOn): self = .text(isOn ? "on" : "off")
    }
  }
}
