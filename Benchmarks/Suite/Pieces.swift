import ElementaryFunctions
import RandomStreams

/// What an event is made of, each alone: how far the whole is from the sum of its parts.
public enum Pieces {
  /// Blocks of four draws whose names do not depend on each other.
  public static func blocks(_ count: Int) -> WorkDone {
    let streams = RandomStreams(seed: 1, replication: 0)
    return timed(count) { step, checksum in
      let words = streams.words(.test, entity: 3, step: UInt64(step))
      checksum.add(words.x ^ words.y ^ words.z ^ words.w)
    }
  }

  /// Blocks of which each is named by the one before: how long one takes from name to draw.
  public static func chainedBlocks(_ count: Int) -> WorkDone {
    let streams = RandomStreams(seed: 1, replication: 0)
    var name: UInt64 = 0
    return timed(count) { _, checksum in
      name = streams.words(.test, entity: name, step: 0).x
      checksum.add(name)
    }
  }

  /// Natural logarithms.
  public static func logarithms(_ count: Int) -> WorkDone {
    timed(count) { step, checksum in checksum.add(Portable.log(draw(step))) }
  }

  /// Lognormal variates by inversion, as travel times are drawn.
  public static func lognormals(_ count: Int) -> WorkDone {
    let distribution = Lognormal(mean: 1, coefficientOfVariation: 0.5)
    return timed(count) { step, checksum in
      checksum.add(distribution.quantile(draw(step)))
    }
  }

  /// Uniform numbers spread over (0, 1) without a generator's cost: multiples of the golden ratio.
  @inline(__always)
  private static func draw(_ step: Int) -> Double {
    UniformBlock.uniform(UInt64(truncatingIfNeeded: step) &* 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private static func timed(
    _ count: Int, _ piece: (_ step: Int, _ checksum: inout Checksum) -> Void
  ) -> WorkDone {
    var checksum = Checksum()
    let stopwatch = Stopwatch()
    for step in 0..<count { piece(step, &checksum) }
    return WorkDone(operations: count, checksum: checksum.value, time: stopwatch.reading)
  }
}
