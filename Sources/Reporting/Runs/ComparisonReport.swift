import Experiments
import FlowSimulation
import OutputStatistics
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// What variants change against a base, under common random numbers.
public struct ComparisonReport {
  private let base: ScenarioDocument
  private let seed: UInt64
  private let variants: [(document: ScenarioDocument, comparison: Comparison)]

  /// A report of comparisons with one base, all of one seed.
  public init(
    base: ScenarioDocument, seed: UInt64,
    variants: [(document: ScenarioDocument, comparison: Comparison)]
  ) {
    self.base = base
    self.seed = seed
    self.variants = variants
  }

  /// A table for a terminal: for each variant the main responses that moved.
  ///
  /// A response has moved when its difference is not zero in every replication.
  public func text(width: Int, glyphs: Glyphs, emphasis: Bool) -> String {
    let count = variants.map(\.comparison.replicationCount).min() ?? 0
    let heading = [
      "Against \(base.path): \(base.scenario.contents.title)",
      NumberText.count(count, "replication", "replications")
        + " of each, seed \(seed), the same random numbers; intervals cover chance, not the "
        + "assumptions",
      "VR: variance ratio, what pairing has won over independent runs",
    ].flatMap { TerminalText.wrapped(TerminalText.plain($0), width: width) }
    var parts = [heading.joined(separator: "\n") + "\n"]
    for (document, comparison) in variants {
      var table = TextTable(
        title: "\(document.path): \(document.scenario.contents.title)",
        columns: [
          .init("Response"), .init("Base", .right), .init("Variant", .right),
          .init("Difference", .right), .init("95% interval", .right), .init("VR", .right),
        ])
      var isUnmoved = true
      for commodity in base.scenario.contents.commodities {
        let rows = comparison.rows.filter {
          $0.column.members.last == commodity.id && isShown($0)
        }
        if rows.isEmpty { continue }
        isUnmoved = false
        table.addHeading(commodity.name)
        for row in rows { table.addRow(cells(of: row)) }
      }
      let incidents = comparison.rows.filter { $0.column.response == .incidents && moved($0) }
      if !incidents.isEmpty {
        isUnmoved = false
        table.addHeading("Incidents")
        for row in incidents { table.addRow(cells(of: row)) }
      }
      if isUnmoved {
        parts.append("\(document.path): no main response differs in any replication.\n")
      } else {
        parts.append(table.rendered(width: width, glyphs: glyphs, emphasis: emphasis))
        parts.append(preventionText(comparison))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// What is kept from the markets, and what a kilogram of it costs.
  private func preventionText(_ comparison: Comparison) -> String {
    var lines = ["Prevented: less delivered, on the way or in stock at the end"]
    for prevention in comparison.preventions {
      let kilograms = prevention.kilograms.summary
      let interval = kilograms.interval.map { " (\(range($0)))" } ?? ""
      var line =
        "  \(prevention.commodity): \(NumberText.significant(kilograms.mean)) kg\(interval)"
      if let price = prevention.costPerKilogram { line += ", \(range(price)) USD per kg" }
      lines.append(line)
    }
    if comparison.extraCost > 0 {
      lines.append(
        "Cost of the policies: \(NumberText.significant(comparison.extraCost)) USD; "
          + "every line bears all of it")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func range(_ interval: ConfidenceInterval) -> String {
    "\(NumberText.significant(interval.lower)) to \(NumberText.significant(interval.upper))"
  }

  private func isShown(_ row: Comparison.Row) -> Bool {
    let isMain = row.column.response.isMain || row.column.response == .routeShare
    return isMain && moved(row)
  }

  private func moved(_ row: Comparison.Row) -> Bool {
    let summary = row.difference.summary
    return summary.minimum != 0 || summary.maximum != 0
  }

  private func cells(of row: Comparison.Row) -> [String] {
    let isFraction = row.column.response.unit == "fraction"
    func number(_ value: Double) -> String {
      NumberText.significant(isFraction ? 100 * value : value)
    }
    let response = row.column.response
    let title =
      switch response {
      case .routeShare: "Share, \(row.column.members[0])"
      case .incidents: row.column.members[0].split(separator: "-").joined(separator: " ")
      default: response.title
      }
    let interval = row.difference.summary.interval.map {
      "\(number($0.lower)) to \(number($0.upper))"
    }
    return [
      isFraction ? "\(title) %" : title, number(row.baseMean), number(row.variantMean),
      number(row.difference.summary.mean), interval ?? "-", ratioText(row.difference),
    ]
  }

  private func ratioText(_ difference: PairedDifference) -> String {
    guard let ratio = difference.varianceRatio else { return "-" }
    return ratio.isFinite ? NumberText.significant(ratio) : "infinite"
  }

  /// All differences as CSV: one row a variant and response, then one for what is prevented of each
  /// commodity, with the cost that the variant's policies add.
  public func csv() -> [UInt8] {
    var table = CSVDocument(header: [
      "scenario", "versus", "seed", "column", "unit", "n", "base_mean", "variant_mean",
      "difference", "ci_level", "ci_low", "ci_high", "variance_ratio", "extra_cost_usd",
    ])
    for (document, comparison) in variants {
      for row in comparison.rows {
        addKeys(document, row.column.name, row.column.response.unit, to: &table)
        addCells(row.difference, means: (row.baseMean, row.variantMean), to: &table)
        table.add(comparison.extraCost)
        table.endRow()
      }
      for prevention in comparison.preventions {
        addKeys(
          document, "prevented_kg__" + prevention.commodity.replacing("-", with: "_"), "kg",
          to: &table)
        addCells(prevention.kilograms, means: nil, to: &table)
        table.add(comparison.extraCost)
        table.endRow()
      }
    }
    return table.bytes
  }

  private func addKeys(
    _ document: ScenarioDocument, _ column: String, _ unit: String, to table: inout CSVDocument
  ) {
    table.add(document.path)
    table.add(base.path)
    // As text with a letter: a seed may exceed what a reader's numbers hold.
    table.add("s\(seed)")
    table.add(column)
    table.add(unit)
  }

  private func addCells(
    _ difference: PairedDifference, means: (base: Double, variant: Double)?,
    to table: inout CSVDocument
  ) {
    table.add(difference.summary.count)
    table.add(means?.base)
    table.add(means?.variant)
    table.add(difference.summary.mean)
    table.add(difference.summary.interval?.level)
    table.add(difference.summary.interval?.lower)
    table.add(difference.summary.interval?.upper)
    table.add(difference.varianceRatio.flatMap { $0.isFinite ? $0 : nil })
  }
}
