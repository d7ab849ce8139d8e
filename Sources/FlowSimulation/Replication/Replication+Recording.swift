import PlainStorage

/// What is counted by month.
extension Replication {
  /// Adds to a monthly series; the warm-up has a row of its own that nothing reports.
  @inline(__always)
  mutating func recordMonthly(_ series: MonthlySeries, _ commodity: Int, _ amount: Double) {
    let index =
      (monthRow * MonthlySeries.allCases.count + series.offset) * network.commodityCount + commodity
    observations.monthly[index] += amount
  }

  /// Counts an incident in its month.
  @inline(__always)
  mutating func record(_ incident: Incident, _ count: Double = 1) {
    observations.monthlyIncidents[monthRow * Incident.allCases.count + incident.rawValue] += count
  }
}
