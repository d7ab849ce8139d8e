import ElementaryFunctions
import Testing

/// Hashes of the bits of results. A machine, compiler or optimisation level that changes one bit of
/// one result fails here, whatever its size. The hashes stand for the arithmetic, not for the
/// truth: a deliberate change of a function changes its hash, and with it every simulation result.
@Suite("The same bits everywhere")
struct GoldenBitsTests {
  /// A hash of the bits of `count` results, in order.
  private func hash(_ count: Int, seed: UInt64, of function: (Double) -> Double) -> UInt64 {
    var random = SplitMix64(seed: seed)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for _ in 0..<count {
      let bits = function(random.uniform()).bitPattern
      hash = (hash ^ bits) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 32
    }
    return hash
  }

  @Test("log at a million points")
  func logBits() {
    #expect(hash(1_000_000, seed: 1) { Portable.log(4 * $0) } == 0x4674_2985_9E5A_3912)
  }

  @Test("exp at a million points")
  func expBits() {
    #expect(hash(1_000_000, seed: 2) { Portable.exp(40 * ($0 - 0.5)) } == 0x1C8B_AB18_3A0D_C30B)
  }

  @Test("normalQuantile at a million points")
  func normalQuantileBits() {
    #expect(hash(1_000_000, seed: 3) { Portable.normalQuantile($0) } == 0xC36F_41DF_9225_EAF8)
  }

  @Test("logOnePlus at 200,000 points")
  func logOnePlusBits() {
    #expect(hash(200_000, seed: 4) { Portable.logOnePlus(-$0 * $0) } == 0xD8AF_68B3_622D_2ED5)
  }

  @Test("expMinusOne at 200,000 points")
  func expMinusOneBits() {
    #expect(
      hash(200_000, seed: 5) { Portable.expMinusOne(4 * ($0 - 0.5)) } == 0x8A7E_7535_5E98_49C9)
  }

  @Test("power at 200,000 points")
  func powerBits() {
    #expect(
      hash(200_000, seed: 6) { Portable.power(3 * $0 + 1e-3, 10 * ($0 - 0.4)) }
        == 0xC91E_CD08_B0CA_7AB6)
  }

  @Test("normalCumulative at 200,000 points")
  func normalCumulativeBits() {
    #expect(
      hash(200_000, seed: 7) { Portable.normalCumulative(12 * ($0 - 0.7)) } == 0xB7C6_F85A_8694_2145
    )
  }

  @Test("errorFunctionComplement at 200,000 points")
  func errorFunctionBits() {
    #expect(
      hash(200_000, seed: 8) { Portable.errorFunctionComplement(10 * ($0 - 0.3)) }
        == 0x5E64_2173_EA3C_0FCA)
  }

  @Test("logGamma at 100,000 points")
  func logGammaBits() {
    #expect(
      hash(100_000, seed: 9) { Portable.logGamma(30 * $0 * $0 + 1e-6) } == 0x6371_5810_2BC8_A482)
  }

  @Test("regularizedGammaP at 20,000 points of three methods")
  func incompleteGammaBits() {
    #expect(
      hash(20_000, seed: 10) { u in
        let shape = 200 * u * u + 0.05
        return Portable.regularizedGammaP(shape: shape, at: shape * (0.3 + 2 * u))
      } == 0xD745_5976_0B08_FBB9)
  }

  @Test("gammaQuantile at 10,000 points")
  func gammaQuantileBits() {
    #expect(
      hash(10_000, seed: 11) { u in
        let shape = 300 * u * u * u + 0.05
        let level = 1000 * u
        return Portable.gammaQuantile(level - level.rounded(.down), shape: shape)
      } == 0x5F86_43DC_A866_1136)
  }

  @Test("regularizedBeta at 10,000 points")
  func incompleteBetaBits() {
    #expect(
      hash(10_000, seed: 12) { u in
        Portable.regularizedBeta(a: 50 * u + 0.1, b: 20 * u * u + 0.1, at: u)
      } == 0xA36F_614C_7D12_3542)
  }
}
