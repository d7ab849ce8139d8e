import ExperimentalDesigns
import RandomStreams
import ScenarioFormat
import TraffickingModel

/// Designs whose points are spread evenly over all factors.
extension DesignReader {
  /// The randomisations of a design, each named by its number.
  ///
  /// - Throws: when they are too large, or several of something that cannot tell its error.
  func randomisations(
    of name: String, _ cursor: Cursor
  ) throws(ScenarioProblem) -> [any QuantileDesign] {
    let streams = (0..<cursor["randomisations"].integer).map {
      RandomStreams(seed: seed, replication: UInt64($0))
    }
    switch name {
    case "sobol": return try sobol(cursor, streams)
    case "halton": return try halton(cursor, streams)
    default: return try latinHypercubes(cursor, streams)
    }
  }

  private func sobol(
    _ cursor: Cursor, _ streams: [RandomStreams]
  ) throws(ScenarioProblem) -> [SobolSequence] {
    try check(
      cursor, "Sobol's sequence", dimensions: factors.count,
      limit: SobolSequence.largestDimensionCount)
    let sequence = SobolSequence(
      pointCount: try points(cursor, of: streams.count), factorCount: factors.count)
    if try isScrambled(cursor, of: streams.count) {
      return streams.map { sequence.scrambled(by: $0) }
    }
    return [sequence]
  }

  private func halton(
    _ cursor: Cursor, _ streams: [RandomStreams]
  ) throws(ScenarioProblem) -> [HaltonSequence] {
    try check(
      cursor, "Halton's sequence", dimensions: factors.count,
      limit: HaltonSequence.largestDimensionCount)
    let count = try points(cursor, of: streams.count)
    guard try isScrambled(cursor, of: streams.count) else {
      return [HaltonSequence(pointCount: count, factorCount: factors.count)]
    }
    let limit = DesignLimits.storedCells / HaltonSequence.storedDigits(factorCount: factors.count)
    if streams.count > limit {
      throw cursor["randomisations"].problem(
        found: "found \(streams.count) randomisations of Halton's sequence for "
          + "\(factors.count) factors",
        allowed: "at most \(limit) for so many", hint: "\"sobol\" needs no memory for its digits")
    }
    return streams.map {
      HaltonSequence(pointCount: count, factorCount: factors.count, permutedBy: $0)
    }
  }

  private func latinHypercubes(
    _ cursor: Cursor, _ streams: [RandomStreams]
  ) throws(ScenarioProblem) -> [LatinHypercube] {
    let isCentred = cursor.optional("placement")?.text == "centred"
    let doublings = cursor["doublings"].integer
    if isCentred, doublings > 0 {
      throw cursor["doublings"].problem(
        found: "found doublings of a centred design", allowed: "doublings of a jittered one",
        hint: "the middle of a stratum is the border between its halves")
    }
    let count = cursor["points"].integer
    let total = Double(count) * Double(1 << doublings) * Double(streams.count)
    try check(cursor["points"], count: total)
    if Int(total) * factors.count > DesignLimits.storedCells {
      throw cursor["points"].problem(
        found: "found \(Int(total)) points of \(factors.count) factors",
        allowed: "at most \(DesignLimits.storedCells / factors.count) points of so many factors",
        hint: "\"sobol\" and \"halton\" need no memory")
    }
    let isSearched = cursor.optional("maximin")?.boolean == true
    if streams.count > 1, isCentred || isSearched {
      throw refusal(
        of: cursor, found: isCentred ? "a centred design" : "a design with \"maximin\"",
        allowed: "of a jittered design without \"maximin\"",
        hint: "other points are not uniform, so their means have a bias that no spread shows")
    }
    if isSearched, count << doublings > MaximinSearch.largestPointCount {
      throw cursor["points"].problem(
        found: "found \(count << doublings) points of a design with \"maximin\"",
        allowed: "at most \(MaximinSearch.largestPointCount): distances between all are compared",
        hint: "leave \"maximin\" out, or take fewer points")
    }
    return streams.map {
      LatinHypercube(
        basePointCount: count, factorCount: factors.count, doublings: doublings,
        placement: isCentred ? .centred : .jittered, streams: $0,
        search: isSearched ? MaximinSearch() : nil)
    }
  }

  /// How many points each randomisation has.
  private func points(
    _ cursor: Cursor, of randomisationCount: Int
  ) throws(ScenarioProblem) -> Int {
    let count = cursor["points"].integer
    try check(cursor["points"], count: Double(count) * Double(randomisationCount))
    return count
  }

  /// Whether a sequence is scrambled, as one of several randomisations has to be.
  private func isScrambled(
    _ cursor: Cursor, of randomisationCount: Int
  ) throws(ScenarioProblem) -> Bool {
    if cursor.optional("scrambled")?.boolean == true { return true }
    if randomisationCount > 1 {
      throw refusal(
        of: cursor, found: "a sequence without chance",
        allowed: "of a scrambled sequence", hint: "add \"scrambled\": true")
    }
    return false
  }

  private func refusal(
    of cursor: Cursor, found: String, allowed: String, hint: String
  ) -> ScenarioProblem {
    let randomisations = cursor["randomisations"]
    return randomisations.problem(
      found: "found \(randomisations.integer) randomisations of \(found)",
      allowed: "randomisations \(allowed)", hint: hint)
  }
}
