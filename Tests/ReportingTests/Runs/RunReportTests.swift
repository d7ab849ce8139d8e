import Experiments
import FlowSimulation
import OutputStatistics
import Reporting
import Testing

/// What a person sees of a run.
@Suite("The report of a run")
struct RunReportTests {
  private func text(
    _ stopping: StoppingRule = .fixed(4), width: Int = 100, glyphs: Glyphs = .unicode
  ) throws -> String {
    let record = try SampleRun.record(stopping)
    return RunReport(of: record, width: width, glyphs: glyphs, emphasis: false).text()
  }

  @Test("It says scenario, period, replications, seed and level")
  func heading() throws {
    let lines = try text().split(separator: "\n")
    #expect(lines.first == "One crossing")
    #expect(lines[1] == "2024-01-01 to 2024-04-01, 4 replications, seed 7")
    #expect(lines[2].hasPrefix("95% intervals cover chance alone"))
  }

  /// A number is never cut, so a table of many numbers may be wider.
  @Test("Words are broken at the width, above the tables and above the chart", arguments: [40, 60])
  func narrow(width: Int) throws {
    let lines = try text(width: width).split(separator: "\n", omittingEmptySubsequences: false)
    let heading = lines.prefix { !$0.isEmpty }
    let chart = lines.filter { $0.contains("kg setting out") }
    #expect(heading.count > 4)
    #expect(chart.count == 1)
    for line in heading + chart { #expect(line.count <= width, "\(line)") }
  }

  @Test("A commodity that never moved is left out")
  func idleCommodity() throws {
    let text = try text()
    #expect(text.contains("Heroin") && !text.contains("Tea"))
  }

  @Test("It lists the sections that were crossed")
  func sections() throws {
    #expect(try text().contains("Bank"))
  }

  @Test("Without routes in the scenario it speaks of none")
  func routes() throws {
    #expect(try !text().contains("Routes out of"))
  }

  @Test("It says when the precision asked for was reached, or was not before the cap")
  func precision() throws {
    let column = try #require(
      SampleRun.record().result.layout.columns.firstIndex { $0.name == "delivered_kg__heroin" })
    func ending(_ percent: Double, _ cap: Int) throws -> String {
      let target = PrecisionTarget(
        column: column, rule: PrecisionRule(relativeTarget: percent / 100))
      return try text(.precision([target], cap: cap))
    }
    #expect(try ending(50, 2000).contains("The precision asked for was reached."))
    #expect(try ending(0.01, 5).contains("was not reached before the cap"))
  }

  @Test("One replication gives means and no intervals")
  func oneReplication() throws {
    #expect(try text(.fixed(1)).contains(" - "))
  }

  @Test("It keeps to the width of the output", arguments: [80, 100, 120])
  func width(_ width: Int) throws {
    let report = try text(width: width)
    // The heading is prose of its own length.
    let lines = report.split(separator: "\n").dropFirst(3)
    #expect(lines.filter { TerminalText.columns(of: String($0)) > width } == [])
  }

  @Test("For a terminal without Unicode it is ASCII")
  func ascii() throws {
    #expect(try text(glyphs: .ascii).utf8.allSatisfy { $0 < 0x80 })
  }
}
