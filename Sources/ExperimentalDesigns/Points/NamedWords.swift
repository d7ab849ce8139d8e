import RandomStreams

/// The random words of one name, one after the other.
///
/// Steps of the name are used up from 0, four words each, so whoever reads in the same order reads
/// the same words.
struct NamedWords {
  private let streams: RandomStreams
  private let purpose: StreamPurpose
  private let entity: UInt64
  private var block = SIMD4<UInt64>()
  private var used: UInt64 = 0

  /// The words that begin at step 0 of a name.
  init(streams: RandomStreams, purpose: StreamPurpose, entity: UInt64) {
    self.streams = streams
    self.purpose = purpose
    self.entity = entity
  }

  /// The next word.
  mutating func next() -> UInt64 {
    if used % 4 == 0 { block = streams.words(purpose, entity: entity, step: used / 4) }
    defer { used += 1 }
    return block[Int(used % 4)]
  }

  /// A number below `bound`, from the next word.
  ///
  /// No number is more likely than another by more than `bound` / 2^64 of its chance.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Puts the elements into a random order, each order equally likely.
  ///
  /// The method of Fisher and Yates as in Durstenfeld, CACM 7 (1964) 420.
  mutating func permute<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, next(below: last + 1))
    }
  }
}
