/// A hash of numbers in order (FNV-1a over 64-bit words).
public struct Checksum: Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash of nothing.
  public init() {}

  /// Takes in a word.
  @inline(__always)
  public mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01b3 }

  /// Takes in the bits of a number.
  @inline(__always)
  public mutating func add(_ number: Double) { add(number.bitPattern) }
}
