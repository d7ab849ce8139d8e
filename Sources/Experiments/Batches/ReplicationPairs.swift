import FlowSimulation

/// The replications of two batches under the same random numbers, side by side.
struct ReplicationPairs {
  private let base: BatchResult
  private let variant: BatchResult
  private let baseColumns: [String: Int]
  private let variantColumns: [String: Int]

  init(base: BatchResult, variant: BatchResult) {
    self.base = base
    self.variant = variant
    baseColumns = ReplicationPairs.columns(of: base)
    variantColumns = ReplicationPairs.columns(of: variant)
  }

  /// How many replications both have.
  var count: Int { min(base.replicationCount, variant.replicationCount) }

  /// The sums of some columns in the replications in which all of them are defined in both batches;
  /// empty when a batch does not have one.
  func values(of names: [String]) -> (base: [Double], variant: [Double]) {
    let first = names.compactMap { baseColumns[$0] }
    let second = names.compactMap { variantColumns[$0] }
    guard first.count == names.count, second.count == names.count else { return ([], []) }
    var values = (base: [Double](), variant: [Double]())
    for replication in 0..<count {
      if let left = sum(of: first, in: base, replication),
        let right = sum(of: second, in: variant, replication)
      {
        values.base.append(left)
        values.variant.append(right)
      }
    }
    return values
  }

  /// The values of a column in the replications in which both batches define it; empty when a batch
  /// does not have it. An incident that cannot happen in one of the scenarios did not happen there.
  func values(of column: ResponseColumn) -> (base: [Double], variant: [Double]) {
    guard column.response == .incidents else { return values(of: [column.name]) }
    let replications = 0..<count
    return (
      replications.map { count(of: baseColumns[column.name], in: base, $0) },
      replications.map { count(of: variantColumns[column.name], in: variant, $0) }
    )
  }

  private func count(of column: Int?, in result: BatchResult, _ replication: Int) -> Double {
    column.flatMap { result.response($0, replication: replication) } ?? 0
  }

  private func sum(of columns: [Int], in result: BatchResult, _ replication: Int) -> Double? {
    var total = 0.0
    for column in columns {
      guard let value = result.response(column, replication: replication) else { return nil }
      total += value
    }
    return total
  }

  private static func columns(of result: BatchResult) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (number, column) in result.layout.columns.enumerated() { columns[column.name] = number }
    return columns
  }
}
