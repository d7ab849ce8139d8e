/// Why an estimate with reduced variance cannot be made from these observations.
public enum VarianceReductionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are `found` replications, and it takes `needed`.
  case tooFewReplications(found: Int, needed: Int)
  /// The control of this index, counted from 0, has the same value in every replication.
  case constantControl(index: Int)
  /// The control of this index, counted from 0, is a linear function of those before it.
  case collinearControl(index: Int)

  /// A sentence for a report.
  public var description: String {
    switch self {
    case .tooFewReplications(let found, let needed):
      "found \(found) replications, at least \(needed) are needed"
    case .constantControl(let index):
      "control \(index) has the same value in every replication; a control has to vary"
    case .collinearControl(let index):
      "control \(index) follows from the controls before it; leave it out"
    }
  }
}
