import RandomStreams
import Testing

/// Hashes of the bits of variates: any machine, compiler or optimisation level that changes one bit
/// fails here. A deliberate change of a sampler changes its hash, and every simulation result.
@Suite("The same variates everywhere")
struct GoldenBitsTests {
  static let golden: [(Distribution, UInt64)] = [
    (.uniform(Uniform(lower: -1, upper: 3)), 0x0ACD_DCC4_2B41_0210),
    (.exponential(Exponential(mean: 2.5)), 0x1DCA_241D_5A2E_E00D),
    (.gamma(Gamma(shape: 0.7, mean: 3)), 0x1467_5A41_6352_9890),
    (.gamma(Gamma(shape: 250, mean: 3)), 0xD179_0523_76EB_6A52),
    (.normal(Normal(mean: 1, standardDeviation: 2)), 0xAD23_DFB7_D432_BBDF),
    (.lognormal(Lognormal(mean: 20, coefficientOfVariation: 1.3)), 0x7368_497B_FC16_032B),
    (.triangular(Triangular(lower: 1, mode: 2, upper: 9)), 0x8BF1_92B9_8ACD_6EA9),
    (.poisson(Poisson(mean: 4)), 0x5C9A_8AB9_C8A7_C27C),
    (.poisson(Poisson(mean: 400)), 0xD098_061E_4C67_FE4C),
    (
      .paretoTailedLognormal(
        ParetoTailedLognormal(
          logMean: 2, logStandardDeviation: 1.2, tailFrom: 30, tailExponent: 1.4, minimum: 0.5,
          maximum: 4000)), 0x1093_2856_EE61_F969
    ),
  ]

  @Test("each distribution at 8,000 draws")
  func variateBits() {
    let streams = RandomStreams(seed: 42, replication: 1)
    for (distribution, expected) in Self.golden {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for entity in 0..<2000 as Range<UInt64> {
        let block = streams.uniforms(.test, entity: entity, step: 0)
        for index in 0..<4 {
          hash = (hash ^ distribution.quantile(block[index]).bitPattern) &* 0x0000_0100_0000_01B3
          hash ^= hash >> 32
        }
      }
      #expect(hash == expected, "\(distribution)")
    }
  }
}
