/// The moves of one trajectory of a Morris design: which input moves at each step, and how far.
public struct MorrisMoves: Sendable, Equatable {
  /// The inputs in the order in which they move, each exactly once.
  public let order: [Int]

  /// How far the input of each step moves, as a share of its whole range, with its sign.
  public let steps: [Double]

  /// The moves of a trajectory with as many steps as there are inputs.
  public init(order: [Int], steps: [Double]) {
    self.order = order
    self.steps = steps
  }

  /// Throws if not every one of `inputCount` inputs moves exactly once by a step that is not 0.
  func check(number: Int, inputCount: Int) throws(SensitivityError) {
    if order.count != inputCount || steps.count != inputCount {
      throw .brokenTrajectory(
        trajectory: number,
        reason: "has \(order.count) moves and \(steps.count) steps for \(inputCount) inputs")
    }
    if order.sorted() != Array(0..<inputCount) {
      throw .brokenTrajectory(
        trajectory: number, reason: "does not move every input exactly once")
    }
    for step in steps where !step.isFinite || step == 0 {
      throw .brokenTrajectory(trajectory: number, reason: "has a step of \(step)")
    }
  }
}
