/// The counter-based generator Philox4x64-10: four random words as a function of a name.
///
/// There is no state. A counter of 256 bits and a key of 128 bits go in, ten rounds of
/// multiplication mix them, and four words of 64 bits come out; different names give words that no
/// test of randomness in the usual batteries tells from independent. Source: Salmon, Moraes, Dror
/// and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
@frozen
public enum Philox4x64 {
  /// The multipliers of words 0 and 2, chosen by the authors for the speed of mixing.
  @usableFromInline static let firstMultiplier: UInt64 = 0xD2E7_470E_E14C_6C93
  @usableFromInline static let secondMultiplier: UInt64 = 0xCA5A_8263_9512_1157

  /// What the two words of the key grow by from round to round: the fractional parts of the golden
  /// ratio and of the square root of 3.
  @usableFromInline static let firstKeyIncrement: UInt64 = 0x9E37_79B9_7F4A_7C15
  @usableFromInline static let secondKeyIncrement: UInt64 = 0xBB67_AE85_84CA_A73B

  /// The four words named by `counter` under `key`.
  ///
  /// About 10 ns. Always inlined: the words would otherwise change between general and vector
  /// registers on the way in and out, which costs as much as four of the ten rounds.
  @inlinable @inline(__always)
  public static func block(counter: SIMD4<UInt64>, key: SIMD2<UInt64>) -> SIMD4<UInt64> {
    var (word0, word1, word2, word3) = (counter.x, counter.y, counter.z, counter.w)
    var (key0, key1) = (key.x, key.y)
    for _ in 0..<10 {
      let first = firstMultiplier.multipliedFullWidth(by: word0)
      let second = secondMultiplier.multipliedFullWidth(by: word2)
      word0 = second.high ^ word1 ^ key0
      word1 = second.low
      word2 = first.high ^ word3 ^ key1
      word3 = first.low
      key0 &+= firstKeyIncrement
      key1 &+= secondKeyIncrement
    }
    return SIMD4(word0, word1, word2, word3)
  }
}
