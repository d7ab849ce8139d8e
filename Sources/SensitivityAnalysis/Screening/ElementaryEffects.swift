/// Screening by elementary effects, the method of Morris.
///
/// Sources: Morris, Technometrics 33 (1991) 161-174; µ* by Campolongo, Cariboni and Saltelli,
/// Environmental Modelling & Software 22 (2007) 1509-1518.
public struct ElementaryEffects: Sendable, Equatable {
  /// The effects of each input.
  public let inputs: [ElementaryEffect]

  /// The effects from the outputs along trajectories, with intervals of µ* by bootstrap over
  /// trajectories.
  ///
  /// The rows of `outputs` are the points of the first trajectory, one more than it has steps, then
  /// those of the second and so on; several replications are averaged. Throws if rows are missing,
  /// if a trajectory does not move every input once, if there are fewer than 2, or if one run per
  /// row with luck of its own would make noise an effect. A constant output is no error: its
  /// effects are 0.
  public init(
    _ outputs: RunOutputs, trajectories: [MorrisMoves], luck: RunLuck, bootstrap: Bootstrap
  ) throws(SensitivityError) {
    if luck == .own && outputs.replicationCount == 1 { throw .noiseUnknown }
    if trajectories.count < 2 {
      throw .tooFew(of: "trajectories", found: trajectories.count, least: 2)
    }
    let inputCount = trajectories[0].order.count
    for (number, trajectory) in trajectories.enumerated() {
      try trajectory.check(number: number, inputCount: inputCount)
    }
    if outputs.rowCount != trajectories.count * (inputCount + 1) {
      throw .wrongRowCount(
        found: outputs.rowCount,
        expected: "\(trajectories.count) trajectories of \(inputCount + 1) rows")
    }

    var effects = [[Double]](repeating: [], count: inputCount)
    var squaredErrors = [Double](repeating: 0, count: inputCount)
    for (number, trajectory) in trajectories.enumerated() {
      for (move, input) in trajectory.order.enumerated() {
        let row = number * (inputCount + 1) + move
        let change = outputs.change(fromRow: row)
        let step = trajectory.steps[move]
        effects[input].append(change.mean / step)
        squaredErrors[input] += change.squaredError / (step * step)
      }
    }
    let resamples = (0..<bootstrap.resampleCount).map {
      bootstrap.resample($0, of: trajectories.count)
    }
    inputs = zip(effects, squaredErrors).map { effects, squaredErrors in
      let floor = (2 / Double.pi * squaredErrors / Double(effects.count)).squareRoot()
      return ElementaryEffect(
        effects, resamples: resamples, bootstrap: bootstrap,
        noiseFloor: outputs.replicationCount > 1 ? floor : nil)
    }
  }
}

extension ElementaryEffect {
  /// What the given effects amount to.
  fileprivate init(
    _ effects: [Double], resamples: [[Int]], bootstrap: Bootstrap, noiseFloor: Double?
  ) {
    let mean = RunOutputs.mean(of: effects)
    let absolute = effects.map(\.magnitude)
    let resampled = resamples.map { resample in
      resample.reduce(0) { $0 + absolute[$1] } / Double(resample.count)
    }
    let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.effects = effects
    self.mean = mean
    meanAbsolute = IndexEstimate(
      RunOutputs.mean(of: absolute), interval: bootstrap.interval(of: resampled))
    standardDeviation = (squares / Double(effects.count - 1)).squareRoot()
    self.noiseFloor = noiseFloor
  }
}

extension RunOutputs {
  /// How the output changes from a row to the next, over replications paired by number, and the
  /// squared standard error of that, 0 with one replication.
  fileprivate func change(fromRow row: Int) -> (mean: Double, squaredError: Double) {
    let start = row * replicationCount
    let changes = (start..<start + replicationCount).map {
      values[$0 + replicationCount] - values[$0]
    }
    let mean = Self.mean(of: changes)
    guard replicationCount > 1 else { return (mean, 0) }
    let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(replicationCount * (replicationCount - 1)))
  }
}
