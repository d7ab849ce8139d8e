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
    #expect(hash(1_000_000, seed: 1) { Portable.log(4 * $0) } == 0xD6F1_84DE_9218_D261)
  }

  @Test("exp at a million points")
  func expBits() {
    #expect(hash(1_000_000, seed: 2) { Portable.exp(40 * ($0 - 0.5)) } == 0x1C8B_AB18_3A0D_C30B)
  }

  @Test("normalQuantile at a million points")
  func normalQuantileBits() {
    #expect(hash(1_000_000, seed: 3) { Portable.normalQuantile($0) } == 0x34FA_8F36_2E0D_685A)
  }

  @Test("logOnePlus at 200,000 points")
  func logOnePlusBits() {
    #expect(hash(200_000, seed: 4) { Portable.logOnePlus(-$0 * $0) } == 0xCFB2_3525_B00A_1412)
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
      hash(100_000, seed: 9) { Portable.logGamma(30 * $0 * $0 + 1e-6) } == 0xDA6B_B4A7_4D8F_B314)
  }

  @Test("regularizedGammaP at 20,000 points of three methods")
  func incompleteGammaBits() {
    #expect(
      hash(20_000, seed: 10) { u in
        let shape = 200 * u * u + 0.05
        return Portable.regularizedGammaP(shape: shape, at: shape * (0.3 + 2 * u))
      } == 0xB900_E3FF_D6F4_67EC)
  }

  @Test("gammaQuantile at 10,000 points")
  func gammaQuantileBits() {
    #expect(
      hash(10_000, seed: 11) { u in
        let shape = 300 * u * u * u + 0.05
        let level = 1000 * u
        return Portable.gammaQuantile(level - level.rounded(.down), shape: shape)
      } == 0xC2D8_469D_FBE5_E9AB)
  }

  @Test("regularizedBeta at 10,000 points")
  func incompleteBetaBits() {
    #expect(
      hash(10_000, seed: 12) { u in
        Portable.regularizedBeta(a: 50 * u + 0.1, b: 20 * u * u + 0.1, at: u)
      } == 0xA8C8_2BEC_EC11_537E)
  }

  @Test("cosineOfTurns and sineOfTurns at 200,000 points")
  func turnsBits() {
    #expect(
      hash(200_000, seed: 13) { u in
        let part = Int(u * 0x1p40)
        return Portable.cosineOfTurns(part, of: 1_000_003) + Portable.sineOfTurns(part, of: 77_777)
      } == 0x597F_A466_1990_BF8A)
  }
}
