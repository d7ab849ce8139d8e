/// Four uniform draws, each strictly between 0 and 1.
///
/// A draw is an odd multiple of 2^-53 made of the upper 52 bits of a random word, so 0 and 1 never
/// occur, u and 1 - u are equally likely, and 1 - u is exact.
@frozen
public struct UniformBlock: Sendable, Equatable, BitwiseCopyable {
  /// The draw of word 0 of the block.
  public var first: Double
  /// The draw of word 1 of the block.
  public var second: Double
  /// The draw of word 2 of the block.
  public var third: Double
  /// The draw of word 3 of the block.
  public var fourth: Double

  /// The uniform draws made of four random words.
  @inlinable
  public init(words: SIMD4<UInt64>) {
    first = Self.uniform(words.x)
    second = Self.uniform(words.y)
    third = Self.uniform(words.z)
    fourth = Self.uniform(words.w)
  }

  /// The uniform draw made of one random word: (its upper 52 bits + 1/2) / 2^52.
  @inlinable
  public static func uniform(_ word: UInt64) -> Double {
    // The bits as the fraction of a number in 1..<2. What is left has 53 bits, so it is exact.
    Double(bitPattern: (word &>> 12) | 0x3FF0_0000_0000_0000) - (1 - 0x1p-53)
  }

  /// The draw at `index`, 0 to 3.
  @inlinable
  public subscript(index: Int) -> Double {
    switch index {
    case 0: first
    case 1: second
    case 2: third
    case 3: fourth
    default: preconditionFailure("a block holds draws 0 to 3, not \(index)")
    }
  }
}
