/// Five systems with normal outputs, as the reference procedure in Python saw them.
struct ReferenceSystems {
  static let means = [10, 10.4, 9.2, 10.9, 10.1]
  static let deviations = [2, 1.5, 2.5, 1.8, 2.2]

  private var own: [SplitMix64]
  private var common: SplitMix64?

  /// Outputs with random numbers of each system's own, or four fifths of the variance in common.
  init(inCommon: Bool) {
    own = (0..<5).map { system in
      var random = SplitMix64(seed: 501)
      random.skip(UInt64(system) * 4000)
      return random
    }
    common = inCommon ? SplitMix64(seed: 502) : nil
  }

  /// The next output of each system.
  mutating func next() -> [Double] {
    let shared = common?.normal()
    return own.indices.map { system in
      let alone = own[system].normal()
      let noise = shared.map { 0.8.squareRoot() * $0 + 0.2.squareRoot() * alone } ?? alone
      return Self.means[system] + Self.deviations[system] * noise
    }
  }
}
