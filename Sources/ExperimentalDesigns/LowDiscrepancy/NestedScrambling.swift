import RandomStreams

/// Nested uniform scrambling of binary digits.
///
/// Each digit is flipped or not by a fair coin that belongs to the digits before it. Points that
/// share k leading digits share exactly the same flips up to digit k + 1, and all coins are
/// independent: the scrambling of Owen (1995) itself, not a linear one or an imitation by hashing
/// the digits, whose coins depend on each other. The coins are words of Philox, 8 levels of digits
/// in one block: below a prefix they need 2^8 - 1 coins, and a block has 256 bits.
struct NestedScrambling: Sendable {
  let streams: RandomStreams

  /// The scrambled image of `coordinate` / 2^32 in a dimension, strictly between 0 and 1.
  ///
  /// 52 binary digits and a half. The digits after the 32nd are all zero before scrambling, so
  /// their images are as good as any fair coins that belong to the whole coordinate.
  func scrambled(_ coordinate: UInt32, dimension: UInt64) -> Double {
    var digits: UInt64 = 0
    for group in 0..<4 {
      let prefixLength = UInt64(8 * group)
      let prefix = UInt64(coordinate) >> (32 - prefixLength)
      let coins = block(prefix: prefix, length: prefixLength, dimension: dimension)
      let byte = UInt64(coordinate) >> (24 - prefixLength) & 0xFF
      // Nodes of the tree of prefixes are numbered as in a heap: the children of n are 2n and
      // 2n + 1, so 1 to 255 are all there are.
      var node: UInt64 = 1
      for place in (0..<UInt64(8)).reversed() {
        let digit = byte >> place & 1
        let coin = coins[Int(node >> 6)] >> (node & 63) & 1
        digits = digits << 1 | (digit ^ coin)
        node = node << 1 | digit
      }
    }
    let rest = block(prefix: UInt64(coordinate), length: 32, dimension: dimension).x
    return UniformBlock.uniform(digits << 32 | rest >> 32)
  }

  /// The coins below a prefix, whose name is its digits after a leading one.
  private func block(prefix: UInt64, length: UInt64, dimension: UInt64) -> SIMD4<UInt64> {
    streams.words(.sobolScrambling, entity: dimension, step: 1 << length | prefix)
  }
}
