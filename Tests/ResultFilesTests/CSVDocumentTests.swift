import ResultFiles
import TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVDocumentTests {
  private func text(_ document: CSVDocument) -> String {
    String(decoding: document.bytes, as: UTF8.self)
  }

  @Test("a document without rows is its header")
  func headerOnly() {
    #expect(text(CSVDocument(header: ["a", "b"])) == "a,b\n")
  }

  @Test("numbers are as short as they read back, and a missing value is empty")
  func cells() {
    var document = CSVDocument(header: ["a", "b", "c", "d"])
    document.addRow([.text("x"), .integer(-7), .number(12), .missing])
    document.addRow([.text("y"), .integer(Int.min), .number(0.1), .number(1e-7)])
    #expect(
      text(document) == "a,b,c,d\nx,-7,12,\ny,-9223372036854775808,0.1,1e-7\n")
    #expect(document.rowCount == 2)
  }

  @Test(
    "a cell is quoted only when it must be",
    arguments: [
      ("plain words", "plain words"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("", "\"\""), (" a ", " a "), ("'a;b", "'a;b"),
      ("Панҷ", "Панҷ"), ("\"", "\"\"\"\""), ("a\r\nb", "\"a\r\nb\""),
    ])
  func quoting(cell: String, expected: String) {
    var document = CSVDocument(header: ["a"])
    document.add(cell)
    document.endRow()
    #expect(text(document) == "a\n\(expected)\n")
  }

  @Test("a header is quoted as a cell is")
  func header() {
    #expect(text(CSVDocument(header: ["a,b", "c"])) == "\"a,b\",c\n")
  }

  @Test("an optional number that is nil is a missing value")
  func optional() {
    var document = CSVDocument(header: ["a", "b"])
    document.add(Optional<Double>.none)
    document.add(Optional(2.5))
    document.endRow()
    #expect(text(document) == "a,b\n,2.5\n")
  }

  @Test("cells added one by one and rows give the same bytes")
  func sameBytes() {
    var one = CSVDocument(header: ["a", "b", "c"])
    var two = one
    one.addRow([.text("x"), .integer(3), .number(0.25)])
    two.add("x")
    two.add(3)
    two.add(0.25)
    two.endRow()
    #expect(one.bytes == two.bytes)
  }

  @Test("a number that is not finite is a mistake in the program")
  func notFinite() async {
    await #expect(processExitsWith: .failure) {
      var document = CSVDocument(header: ["a"])
      document.addRow([.number(.nan)])
    }
  }

  @Test("a row of another length than the header is a mistake in the program")
  func length() async {
    await #expect(processExitsWith: .failure) {
      var document = CSVDocument(header: ["a", "b"])
      document.addRow([.integer(1)])
    }
  }
}
