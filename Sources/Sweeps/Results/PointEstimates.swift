import OutputStatistics
import ResultFiles

/// What the replications of one point came to, response by response.
public struct PointEstimates: Sendable {
  /// The point.
  public let point: Int
  /// Replications that are done.
  public let doneCount: Int
  /// Replications that failed.
  public let failedCount: Int
  /// By response: the values, in the order of the replications in which it is defined.
  public let values: [[Double]]
  /// By response and replication: the value, `nil` where there is none.
  public let byReplication: [[Double?]]

  /// Reads the records of a point.
  public init(ofPoint point: Int, in store: SweepStore) throws(OutputError) {
    var (done, failed) = (0, 0)
    let count = store.replicationBound(ofPoint: point)
    var rows = [[Double?]](
      repeating: [Double?](repeating: nil, count: count), count: store.experiment.responses.count)
    for replication in 0..<count {
      let unit = SweepUnit(point: point, replication: replication)
      guard let record = try store.record(of: unit) else { continue }
      guard let responses = record.responses else {
        failed += 1
        continue
      }
      done += 1
      for (response, value) in responses.enumerated() { rows[response][replication] = value }
    }
    self.point = point
    doneCount = done
    failedCount = failed
    byReplication = rows
    values = rows.map { $0.compactMap { $0 } }
  }

  /// The mean of a response; `nil` where it is nowhere defined.
  public func mean(of response: Int) -> Double? {
    values[response].isEmpty ? nil : Tally(values[response]).mean
  }

  /// A response here minus the same at another point; `nil` when there is nothing to compare.
  ///
  /// - Parameters:
  ///   - isPaired: whether replication r of both points has the same luck.
  ///   - areChances: whether the response is 1 or 0.
  public func contrast(
    of response: Int, from base: PointEstimates, isPaired: Bool, areChances: Bool = false,
    level: Double
  ) -> Contrast? {
    Contrast(
      of: byReplication[response], from: base.byReplication[response], isPaired: isPaired,
      areChances: areChances, level: level)
  }
}
