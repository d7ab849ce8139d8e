import Experiments
import FlowSimulation
import OutputStatistics
import ScenarioFormat
import TraffickingModel

/// What variants change against a base, under common random numbers.
public struct ComparisonReport {
  private let base: ScenarioDocument
  private let variants: [(document: ScenarioDocument, comparison: Comparison)]

  /// A report of comparisons with one base.
  public init(
    base: ScenarioDocument, variants: [(document: ScenarioDocument, comparison: Comparison)]
  ) {
    self.base = base
    self.variants = variants
  }

  /// A table for a terminal: for each variant the main responses that moved.
  ///
  /// A response has moved when its difference is not zero in every replication.
  public func text(width: Int, glyphs: Glyphs, emphasis: Bool) -> String {
    var parts = [
      "Against \(base.path): \(base.scenario.contents.title)\n"
        + "VR: variance ratio, what pairing has won over independent runs\n"
    ]
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
      if isUnmoved {
        parts.append("\(document.path): no main response differs in any replication.\n")
      } else {
        parts.append(table.rendered(width: width, glyphs: glyphs, emphasis: emphasis))
        if comparison.extraCost > 0 { parts.append(costText(comparison)) }
      }
    }
    return parts.joined(separator: "\n")
  }

  /// What the policies cost and what a kilogram less delivered comes to.
  private func costText(_ comparison: Comparison) -> String {
    var lines = ["Cost of the policies: \(NumberText.significant(comparison.extraCost)) USD"]
    for price in comparison.prices {
      guard let perKilogram = price.perKilogram, let interval = price.interval else {
        lines.append("  \(price.commodity): no kilogram prevented beyond chance")
        continue
      }
      lines.append(
        "  \(price.commodity): \(NumberText.significant(perKilogram)) USD per kg less delivered "
          + "(\(NumberText.significant(interval.lower)) to "
          + "\(NumberText.significant(interval.upper)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isShown(_ row: Comparison.Row) -> Bool {
    let isMain = row.column.response.isMain || row.column.response == .routeShare
    let summary = row.difference.summary
    return isMain && (summary.minimum != 0 || summary.maximum != 0)
  }

  private func cells(of row: Comparison.Row) -> [String] {
    let isFraction = row.column.response.unit == "fraction"
    func number(_ value: Double) -> String {
      NumberText.significant(isFraction ? 100 * value : value)
    }
    let response = row.column.response
    let title = response == .routeShare ? "Share, \(row.column.members[0])" : response.title
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

  /// All differences as CSV: one row a variant and response.
  public func csv() -> [UInt8] {
    var table = CSVDocument(header: [
      "scenario", "versus", "column", "unit", "n", "base_mean", "variant_mean", "difference",
      "ci_level", "ci_low", "ci_high", "variance_ratio",
    ])
    for (document, comparison) in variants {
      for row in comparison.rows {
        let summary = row.difference.summary
        let ratio = row.difference.varianceRatio
        table.add(document.path)
        table.add(base.path)
        table.add(row.column.name)
        table.add(row.column.response.unit)
        table.add(summary.count)
        table.add(row.baseMean)
        table.add(row.variantMean)
        table.add(summary.mean)
        table.add(summary.interval?.level)
        table.add(summary.interval?.lower)
        table.add(summary.interval?.upper)
        table.add(ratio.flatMap { $0.isFinite ? $0 : nil })
        table.endRow()
      }
    }
    return table.bytes
  }
}
