import Reporting
import ScenarioFormat
import Testing
import TraffickingModel

/// What `describe` says of a scenario.
@Suite("The report of a scenario")
struct ScenarioReportTests {
  private func text() throws -> String {
    ScenarioReport(
      of: try SampleRun.document(), width: 100, glyphs: .unicode, emphasis: false
    ).text()
  }

  @Test("It counts the places, of all and by country")
  func counts() throws {
    let lines = try text().split(separator: "\n")
    let places = try #require(lines.first { $0.hasPrefix("Places") })
    #expect(places.contains(" 2 ") && places.contains("AFG 1, TJK 1"))
  }

  @Test("It says how probable detection is on a green crossing of each section")
  func detection() throws {
    // Random search: 1 - exp(-v W T / A) with v = 100, W = 0.5, T = 1 and A = 100.
    #expect(try text().contains("39.3"))
  }

  @Test("It counts the numbers by where they come from")
  func provenance() throws {
    let document = try SampleRun.document()
    let assumed = document.quantities.count { $0.source == ScenarioReport.assumptionSource }
    let line = try #require(try text().split(separator: "\n").last)
    #expect(line.hasPrefix("Numbers: \(document.quantities.count); from a source: 2; "))
    #expect(line.contains("assumed: \(assumed), of these without a range: \(assumed - 1); "))
    #expect(line.hasSuffix("with a range: 1; without a source: 0"))
  }

  @Test("The list of parameters has a row for every number, in the order of the file")
  func parameters() throws {
    let document = try SampleRun.document()
    let csv = String(decoding: ScenarioReport.parametersCSV(of: document), as: UTF8.self)
    let lines = csv.split(separator: "\n")
    #expect(lines.first == "pointer,value,unit,low,high,distribution,source,note")
    #expect(
      lines.dropFirst().map { $0.prefix { $0 != "," } }
        == document.quantities.map { $0.pointer.description[...] })
    #expect(lines.contains("/modes/road/kilometresPerDay,100,km/day,50,200,,assumption,"))
  }

  @Test("A note with commas and quotation marks is quoted as CSV wants it")
  func quoting() throws {
    let csv = String(
      decoding: ScenarioReport.parametersCSV(of: try SampleRun.document()), as: UTF8.self)
    #expect(csv.contains("lengthKilometres,100,km,,,,survey,\"a, \"\"b\"\"\"\n"))
  }
}
