import ResultFiles
import TestSupport
import Testing

/// What was written is read again.
@Suite("Rows of a table file")
struct CSVRowsTests {
  private func rows(_ text: String) throws -> (header: [String], rows: [[String?]]) {
    let folder = try TemporaryFolder()
    try folder.put("table.csv", text)
    let file = try CSVRows(path: folder.path("table.csv"))
    var rows: [[String?]] = []
    while let row = try file.next() { rows.append(row) }
    return (file.header, rows)
  }

  @Test("Cells of every kind come back")
  func roundTrip() throws {
    let cells: [[CSVCell]] = [
      [.text("plain"), .integer(-3), .number(0.1)],
      [.text("a \"quoted\", cell\nof two lines"), .missing, .number(1e-300)],
      [.text(""), .integer(0), .missing],
    ]
    var document = CSVDocument(header: ["words", "whole", "with, comma"])
    for row in cells { document.addRow(row) }
    let (header, found) = try rows(String(decoding: document.bytes, as: UTF8.self))
    #expect(header == ["words", "whole", "with, comma"])
    #expect(
      found == [
        ["plain", "-3", "0.1"], ["a \"quoted\", cell\nof two lines", nil, "1e-300"],
        ["", "0", nil],
      ])
  }

  @Test("The hash is that of the whole file, however many rows were read")
  func hash() throws {
    let folder = try TemporaryFolder()
    let text = "a,b\n" + String(repeating: "1,2\n", count: 100_000)
    try folder.put("table.csv", text)
    for count in [0, 1, 100_001] {
      let file = try CSVRows(path: folder.path("table.csv"))
      for _ in 0..<count { _ = try file.next() }
      #expect(try file.hashOfFile() == SHA256.hexadecimal(Array(text.utf8)))
    }
  }

  @Test("A table larger than what is read at a time is read whole")
  func large() throws {
    var document = CSVDocument(header: ["number", "square"])
    for number in 0..<60_000 { document.addRow([.integer(number), .integer(number * number)]) }
    let found = try rows(String(decoding: document.bytes, as: UTF8.self)).rows
    #expect(found.count == 60_000 && found[59_999] == ["59999", "3599880001"])
  }

  @Test("A file without rows has none, and a row that was cut short is none")
  func ends() throws {
    #expect(try rows("").header.isEmpty)
    #expect(try rows("a,b\n").rows.isEmpty)
    #expect(try rows("a,b\n1,2\n3,").rows == [["1", "2"]])
  }

  @Test("A file that is not there is said to be missing")
  func missing() {
    #expect(throws: OutputError.self) { try CSVRows(path: "/no/such/table.csv") }
  }
}
