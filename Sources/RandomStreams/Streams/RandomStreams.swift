/// All the randomness of one replication, as a pure function of what each draw is for.
///
/// A draw is named by purpose, entity and step, never by how many draws came before it. So under
/// one seed two policies give the same consignment the same luck at the same hop, one consignment
/// can be replayed alone, and neither the number of workers nor the order of events matters.
///
/// The words are those of Philox4x64-10 with the key (seed, replication) and the counter
/// (1, step, entity, purpose). Word 0 of the counter counts blocks and starts at 1, because NumPy
/// advances its counter before the first block: the bit generator
/// `numpy.random.Philox(key=[seed, replication], counter=[0, step, entity, purpose])` begins with
/// the same four words.
///
/// A replication also has a mirror image (antithetic variates: Hammersley and Morton, "A new Monte
/// Carlo technique", Proc. Camb. Phil. Soc. 52 (1956) 449-475): every word complemented, so that
/// every uniform draw u is exactly 1 - u. Both are replications in their own right; since all
/// variates are sampled by inversion, one has much where the other has little, and the mean of the
/// two varies less than that of two replications with luck of their own.
@frozen
public struct RandomStreams: Sendable, Equatable, BitwiseCopyable {
  /// The version of the way streams are named and words become uniforms.
  ///
  /// It goes into every result. Results under different versions are not comparable draw by draw.
  public static let namingVersion = 1

  /// The seed of the whole experiment.
  public let seed: UInt64

  /// Which replication of the experiment, usually counted from 0.
  public let replication: UInt64

  /// What the words are combined with by exclusive or: all bits in a mirrored replication, none in
  /// a plain one.
  @usableFromInline let mask: UInt64

  /// The streams of one replication under one seed.
  ///
  /// - Parameter isMirrored: whether every draw u is to be 1 - u.
  @inlinable
  public init(seed: UInt64, replication: UInt64, isMirrored: Bool = false) {
    self.seed = seed
    self.replication = replication
    mask = isMirrored ? .max : 0
  }

  /// Whether these are the streams of a mirrored replication.
  public var isMirrored: Bool { mask != 0 }

  /// The streams with every draw u in the place of 1 - u; mirrored twice, they are what they were.
  public var mirrored: RandomStreams {
    RandomStreams(seed: seed, replication: replication, isMirrored: !isMirrored)
  }

  /// The four words of the block with this name; their complements in a mirrored replication.
  @inlinable @inline(__always)
  public func words(
    _ purpose: StreamPurpose, entity: UInt64, step: UInt64
  ) -> SIMD4<UInt64> {
    Philox4x64.block(
      counter: SIMD4(1, step, entity, purpose.rawValue), key: SIMD2(seed, replication)
    ) ^ SIMD4(repeating: mask)
  }

  /// The four uniform draws of the block with this name.
  ///
  /// `entity` is a name from ``EntityName``, `step` counts the entity's own steps in this purpose.
  /// About 12 ns.
  @inlinable
  public func uniforms(
    _ purpose: StreamPurpose, entity: UInt64, step: UInt64
  ) -> UniformBlock {
    UniformBlock(words: words(purpose, entity: entity, step: step))
  }
}
