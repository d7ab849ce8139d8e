import ExperimentalDesigns
import RandomStreams
import ScenarioFormat
import TraffickingModel

/// Reads the design of an experiment.
struct DesignReader {
  private let root: Cursor
  let factors: [Factor]
  let seed: UInt64
  private let streams: RandomStreams

  /// The most factors whose phases on all curves are held in memory: the root of
  /// `DesignLimits.storedCells`.
  private static let curveLimit = 11_585

  /// How many points all scenarios together may have.
  static let pointLimit = 10_000_000

  /// - Parameter seed: names the luck of designs that have any.
  init(_ root: Cursor, factors: [Factor], seed: UInt64) {
    self.root = root
    self.factors = factors
    self.seed = seed
    streams = RandomStreams(seed: seed, replication: 0)
  }

  /// The design.
  ///
  /// - Throws: when it is too large, or does not go with the factors.
  func design() throws(ScenarioProblem) -> ExperimentDesign {
    guard let cursor = root.optional("design") else {
      return try grid(at: root["scenarios"])
    }
    let (name, body) = cursor.alternative
    if factors.isEmpty {
      throw body.problem(
        found: "found a design without factors", allowed: "a design of factors",
        hint: "add \"factors\" or \"annotatedQuantities\", or remove \"design\"")
    }
    let kind: ExperimentDesign.Kind
    switch name {
    case "oneAtATime":
      try check(body, count: factors.reduce(1) { $0 + Double($1.levelCount) })
      kind = .plain(OneAtATime(levelCounts: factors.map(\.levelCount)))
    case "list": kind = .list(try list(body))
    case "latinHypercube", "sobol", "halton":
      kind = .spread(PooledRandomisations(try randomisations(of: name, body)))
    case "morris": kind = .morris(try morris(body))
    case "saltelli": kind = .saltelli(try saltelli(body))
    case "fourierAmplitude":
      let harmonics = body["harmonics"].integer
      kind = .fourierAmplitude(try fourier(body, harmonics: harmonics), harmonics: harmonics)
    default: return try grid(at: body)
    }
    return ExperimentDesign(name: name, kind: kind)
  }

  private func grid(at cursor: Cursor) throws(ScenarioProblem) -> ExperimentDesign {
    if factors.isEmpty { return ExperimentDesign(name: "grid", kind: .list([[]])) }
    let counts = factors.map(\.levelCount)
    let limit = Self.pointLimit / scenarioCount
    guard let count = FullFactorial.pointCount(levelCounts: counts), count <= limit else {
      let product = counts.prefix(12).map(String.init).joined(separator: " x ")
      throw cursor.problem(
        found: "found a grid of \(product)\(counts.count > 12 ? " x ..." : "") points",
        allowed: "at most \(limit) points for each of \(scenarioCount) scenarios",
        hint: "take fewer levels, or a design that samples, such as \"sobol\"")
    }
    return ExperimentDesign(name: "grid", kind: .plain(FullFactorial(levelCounts: counts)))
  }

  private var scenarioCount: Int { root["scenarios"].entries.count }

  /// Throws when a design of so many points in all scenarios would be too large.
  func check(_ cursor: Cursor, count: Double) throws(ScenarioProblem) {
    let total = count * Double(scenarioCount)
    if total <= Double(Self.pointLimit) { return }
    throw cursor.problem(
      found: "found a design of \(Int(min(1e18, total))) points in all scenarios",
      allowed: "at most \(Self.pointLimit)", hint: "take fewer points, or fewer factors")
  }

  func check(
    _ cursor: Cursor, _ sequence: String, dimensions: Int, limit: Int
  ) throws(ScenarioProblem) {
    if dimensions <= limit { return }
    throw cursor.problem(
      found: "found \(factors.count) factors, which need \(dimensions) dimensions",
      allowed: "at most \(limit) dimensions of \(sequence)",
      hint: "find out by \"morris\" which factors matter, and take those")
  }

  private func scrambling(_ cursor: Cursor) -> RandomStreams? {
    cursor.optional("scrambled")?.boolean == true ? streams : nil
  }

  private func morris(_ cursor: Cursor) throws(ScenarioProblem) -> MorrisTrajectories {
    let levels = cursor["levels"].integer
    if !levels.isMultiple(of: 2) {
      throw cursor["levels"].problem(
        found: "found \(levels) levels", allowed: "an even number, so that all are equally likely")
    }
    if let factor = factors.first(where: \.hasOneValue) {
      throw cursor.problem(
        found: "found the factor \"\(factor.id)\" with one value",
        allowed: "at least two values, so that it can take a step", hint: "leave it out")
    }
    let count = cursor["trajectories"].integer
    try check(cursor, count: Double(count) * Double(factors.count + 1))
    return MorrisTrajectories(
      levelCount: levels, trajectoryCount: count, factorCount: factors.count, streams: streams,
      candidateCount: try candidates(cursor, trajectories: count))
  }

  /// How many trajectories are drawn for the ones farthest from each other to be chosen.
  private func candidates(
    _ morris: Cursor, trajectories: Int
  ) throws(ScenarioProblem) -> Int? {
    guard let cursor = morris.optional("candidates") else { return nil }
    let count = cursor.integer
    let most = min(
      TrajectoryChoice.largestCandidateCount,
      TrajectoryChoice.largestPointCount / (factors.count + 1))
    if count >= trajectories, count <= most { return count }
    throw cursor.problem(
      found: "found \(count) candidates for \(trajectories) trajectories of "
        + "\(factors.count) factors",
      allowed: most < trajectories
        ? "no candidates: at most \(most) of so many factors"
        : "\(trajectories) to \(most) candidates",
      hint: "distances between all of them are compared")
  }

  private func saltelli(_ cursor: Cursor) throws(ScenarioProblem) -> SaltelliBlocks {
    let isSecondOrder = cursor.optional("secondOrder")?.boolean ?? false
    let count = cursor["basePoints"].integer
    try check(
      cursor, "Sobol's sequence", dimensions: 2 * factors.count,
      limit: SobolSequence.largestDimensionCount)
    if count & (count - 1) != 0 {
      throw cursor["basePoints"].problem(
        found: "found \(count) base points", allowed: "a power of two",
        hint: "a part of a Sobol' sequence is not balanced")
    }
    try check(
      cursor, count: Double(count) * Double((isSecondOrder ? 2 : 1) * factors.count + 2))
    return SaltelliBlocks(
      baseCount: count, factorCount: factors.count, secondOrder: isSecondOrder,
      scrambling: scrambling(cursor))
  }

  private func fourier(
    _ cursor: Cursor, harmonics: Int
  ) throws(ScenarioProblem) -> [FourierAmplitudeDesign] {
    let samples = cursor["samples"].integer
    let least = 4 * harmonics * harmonics + 1
    if samples < least {
      throw cursor["samples"].problem(
        found: "found \(samples) samples for \(harmonics) harmonics",
        allowed: "at least \(least), so that the harmonics can be told apart")
    }
    let repetitions = cursor["repetitions"].integer
    if factors.count > Self.curveLimit {
      throw cursor.problem(
        found: "found \(factors.count) factors, with a phase for each on the curve of each",
        allowed: "at most \(Self.curveLimit) factors",
        hint: "find out by \"morris\" which factors matter, and take those")
    }
    try check(
      cursor, count: Double(samples) * Double(factors.count) * Double(repetitions))
    return (0..<repetitions).map { repetition in
      FourierAmplitudeDesign(
        samplesPerCurve: samples, factorCount: factors.count, interferenceFactor: harmonics,
        streams: RandomStreams(seed: seed, replication: UInt64(repetition)))
    }
  }

  private func list(_ cursor: Cursor) throws(ScenarioProblem) -> [[FactorValue]] {
    var points: [[FactorValue]] = []
    for element in cursor["points"].list {
      var values = [FactorValue](repeating: .nominal, count: factors.count)
      for entry in element.entries {
        guard let place = factors.firstIndex(where: { $0.id == entry.key }) else { continue }
        values[place] = try value(of: factors[place], entry.value)
      }
      points.append(values)
    }
    try check(cursor["points"], count: Double(points.count))
    return points
  }

  private func value(of factor: Factor, _ cursor: Cursor) throws(ScenarioProblem) -> FactorValue {
    switch factor.effect {
    case .numbers, .number, .quantities:
      if cursor.isNumber {
        try factor.checkAllowed(cursor)
        return .number(cursor.number)
      }
    case .policy:
      if !cursor.isNumber, ["on", "off"].contains(cursor.text) {
        return .isOn(cursor.text == "on")
      }
    case .word:
      if !cursor.isNumber, case .levels(let words) = factor.domain {
        if words.contains(.word(cursor.text)) { return .word(cursor.text) }
        let allowed = words.compactMap { if case .word(let word) = $0 { word } else { nil } }
        throw cursor.problem(
          found: "found \"\(cursor.text)\" for the factor \"\(factor.id)\"",
          allowed: "one of its words: \(allowed.joined(separator: ", "))",
          hint: NearestName.suggestion(for: cursor.text, among: allowed)
            .map { "did you mean \"\($0)\"?" })
      }
    }
    throw cursor.problem(
      found: "found \(CanonicalJSON.line(cursor.node)) for the factor \"\(factor.id)\"",
      allowed: factor.isNumeric ? "a number" : "a word: \"on\" or \"off\" for a policy")
  }
}
