/// Why an index cannot be computed from the numbers given.
///
/// A wrong index looks like any other number, so doubtful input is refused rather than worked
/// around. Rows, inputs, trajectories and the like are counted from 0.
public enum SensitivityError: Error, Sendable, Equatable {
  /// A number of outputs that does not fit the layout of the design.
  case wrongRowCount(found: Int, expected: String)

  /// A row with fewer or more replications than the first.
  case unevenReplications(row: Int, found: Int, expected: Int)

  /// An output that is NaN or infinite.
  case outputNotFinite(row: Int, replication: Int, value: String)

  /// A value of an input that is NaN or infinite.
  case inputNotFinite(input: Int, row: Int, value: String)

  /// Too few of what the index is estimated from.
  case tooFew(of: String, found: Int, least: Int)

  /// The output is the same in all rows, up to rounding.
  case constantOutput(value: Double)

  /// An input is the same in all rows, up to rounding.
  case constantInput(input: Int)

  /// An input is, up to rounding, a linear combination of the inputs before it.
  case dependentInput(input: Int)

  /// One run a row, each with random numbers of its own: noise cannot be told from effects.
  case noiseUnknown

  /// What remains of the variance of the output once noise is taken off cannot be told from 0.
  case onlyNoise

  /// A trajectory that does not change every factor exactly once by a step that is not 0.
  case brokenTrajectory(trajectory: Int, reason: String)
}

extension SensitivityError: CustomStringConvertible {
  /// What was found, why the index cannot be computed and what to do, in one line.
  public var description: String {
    switch self {
    case .wrongRowCount, .unevenReplications, .brokenTrajectory, .tooFew: shapeDescription
    case .outputNotFinite, .inputNotFinite, .constantOutput, .constantInput, .dependentInput:
      valueDescription
    case .noiseUnknown:
      "one run per row, each with random numbers of its own: its noise would count as an effect "
        + "of every input; make at least two replications per row, or give rows that are compared "
        + "the same replication number"
    case .onlyNoise:
      "what is left of the variance of the output once the noise of the runs is taken off cannot "
        + "be told from 0: shares of it are undefined; make more replications per row or more rows"
    }
  }

  private var shapeDescription: String {
    switch self {
    case .wrongRowCount(let found, let expected):
      "\(found) rows of outputs where the design has \(expected): a missing row would shift all "
        + "that follow it; run the missing points or leave out their whole block"
    case .unevenReplications(let row, let found, let expected):
      "row \(row) has \(found) replications where others have \(expected): rows would differ in "
        + "noise; run the missing replications or use as many of each row as all have"
    case .brokenTrajectory(let trajectory, let reason):
      "trajectory \(trajectory) \(reason): elementary effects cannot be attributed; use the order "
        + "and steps of the design that was run"
    case .tooFew(let what, let found, let least):
      "\(found) \(what) where at least \(least) are needed: an index of so few says nothing; "
        + "enlarge the design"
    default: ""
    }
  }

  private var valueDescription: String {
    switch self {
    case .outputNotFinite(let row, let replication, let value):
      "row \(row), replication \(replication) has the output \(value): one such number would make "
        + "every index meaningless; run it again or leave out its whole block or trajectory"
    case .inputNotFinite(let input, let row, let value):
      "input \(input) is \(value) in row \(row): it cannot be ranked or regressed on; correct it "
        + "or leave out the row"
    case .constantOutput(let value):
      "the output is \(value) in every row: shares of a variance of 0 are undefined, not 0; "
        + "choose an output that varies or widen the ranges of the inputs"
    case .constantInput(let input):
      "input \(input) has the same value in every row: its effect cannot be seen; vary it or "
        + "leave it out"
    case .dependentInput(let input):
      "input \(input) is a linear combination of the inputs before it: their effects cannot be "
        + "told apart; leave it out or vary it independently"
    default: ""
    }
  }
}
