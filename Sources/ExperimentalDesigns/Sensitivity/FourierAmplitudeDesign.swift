public import RandomStreams

/// Search curves through the unit cube for the extended Fourier amplitude sensitivity test (eFAST).
///
/// There is one curve for each factor. Along it that factor oscillates with a high frequency and
/// all others, the complementary set, with low ones, so that the share of the variance at the
/// harmonics of the high frequency is the factor's own. Point c N + k is sample k of the N samples
/// of curve c, at which factor i is at x = 1/2 + asin(sin(w_i s + phi_i)) / pi with s = 2 pi k / N.
/// That is a triangle wave, computed here from the fraction w_i k / N + phi_i / (2 pi) of a turn
/// without any trigonometry. All coordinates lie strictly between 0 and 1. Source: Saltelli,
/// Tarantola and Chan, Technometrics 41 (1999) 39-56.
///
/// The curve is deterministic but for its phases: designs with the streams of several replications
/// are the resampling that intervals for the indices need.
public struct FourierAmplitudeDesign: QuantileDesign {
  /// How many samples each curve has, N.
  public let samplesPerCurve: Int

  /// How many factors there are, and so how many curves.
  public let factorCount: Int

  /// How many harmonics are counted to a factor, M: the interference factor.
  public let interferenceFactor: Int

  /// The frequency of the factor that a curve is for: floor((N - 1) / (2 M)).
  public let largestFrequency: Int

  /// The frequencies of the other factors, in their order.
  public let complementaryFrequencies: [Int]

  /// The phase of every factor on every curve, in turns.
  private let phases: [[Double]]

  /// Curves with uniform phases, a pure function of the streams' seed and replication.
  ///
  /// N is more than 4 M^2, so that the frequencies of the others can stay M times lower; with N
  /// points on each curve at most ``DesignLimits/pointCount`` points, and at most
  /// ``DesignLimits/storedCells`` phases.
  public init(
    samplesPerCurve: Int, factorCount: Int, interferenceFactor: Int = 4, streams: RandomStreams
  ) {
    precondition(
      factorCount >= 1 && factorCount <= DesignLimits.storedCells / factorCount,
      "\(factorCount) factors are too few or too many")
    let phases = (0..<factorCount).map { curve in
      (0..<factorCount).map { factor in
        streams.uniforms(
          .searchCurvePhase, entity: UInt64(curve), step: UInt64(factor / 4))[factor % 4]
      }
    }
    self.init(
      samplesPerCurve: samplesPerCurve, interferenceFactor: interferenceFactor, phases: phases)
  }

  /// Curves with given phases: a row for each curve with one for each factor.
  ///
  /// Phases are in turns, from 0 to below 1. The limits are those of the other initialiser.
  public init(samplesPerCurve: Int, interferenceFactor: Int = 4, phases: [[Double]]) {
    let factorCount = phases.count
    precondition(
      interferenceFactor >= 1 && interferenceFactor <= 1 << 14,
      "an interference factor of \(interferenceFactor) is not in 1...2^14")
    precondition(
      samplesPerCurve > 4 * interferenceFactor * interferenceFactor,
      "\(samplesPerCurve) samples are not more than 4 times \(interferenceFactor) squared")
    precondition(
      factorCount >= 1 && samplesPerCurve <= DesignLimits.pointCount / factorCount,
      "\(factorCount) curves of \(samplesPerCurve) samples are too few or too many")
    for row in phases {
      precondition(row.count == factorCount, "\(row.count) phases for \(factorCount) factors")
      precondition(row.allSatisfy { $0 >= 0 && $0 < 1 }, "a phase is not in 0..<1 turns")
    }
    self.samplesPerCurve = samplesPerCurve
    self.factorCount = factorCount
    self.interferenceFactor = interferenceFactor
    self.phases = phases
    largestFrequency = (samplesPerCurve - 1) / (2 * interferenceFactor)
    complementaryFrequencies = Self.complementaryFrequencies(
      count: factorCount - 1, upTo: largestFrequency / (2 * interferenceFactor))
  }

  /// `count` frequencies from 1 to `largest`, as far apart as possible.
  ///
  /// If there are fewer, all of them in turn: factors may share one, and differ in phase only.
  private static func complementaryFrequencies(count: Int, upTo largest: Int) -> [Int] {
    if count <= 1 { return [Int](repeating: 1, count: count) }
    return (0..<count).map { index in
      largest >= count ? 1 + index * (largest - 1) / (count - 1) : 1 + index % largest
    }
  }

  /// One curve for each factor.
  public var pointCount: Int { factorCount * samplesPerCurve }

  /// None: where a wave touches 0 or 1 it is moved inwards by as little as a double can tell.
  public var reachedExtremes: QuantileExtremes { [] }

  /// The frequency of every factor on a curve.
  public func frequencies(onCurve curve: Int) -> [Int] {
    precondition(curve >= 0 && curve < factorCount, "curve \(curve) of \(factorCount)")
    var frequencies = complementaryFrequencies
    frequencies.insert(largestFrequency, at: curve)
    return frequencies
  }

  /// Which curve a point lies on, and as which of its samples.
  public func place(ofPoint point: Int) -> (curve: Int, sample: Int) {
    checkPoint(point)
    let (curve, sample) = point.quotientAndRemainder(dividingBy: samplesPerCurve)
    return (curve, sample)
  }

  /// The coordinates of `point`.
  public func quantiles(ofPoint point: Int) -> [Double] {
    let (curve, sample) = place(ofPoint: point)
    return zip(frequencies(onCurve: curve), phases[curve]).map { frequency, phase in
      // Whole turns are taken off in whole numbers, so nothing is lost far along the curve.
      let remainder = frequency * sample % samplesPerCurve
      return Self.wave(turns: Double(remainder) / Double(samplesPerCurve) + phase)
    }
  }

  /// 1/2 + asin(sin(2 pi turns)) / pi for turns in 0..<2, kept strictly between 0 and 1.
  private static func wave(turns: Double) -> Double {
    let fraction = turns >= 1 ? turns - 1 : turns
    let height: Double
    if fraction < 0.25 {
      height = 0.5 + 2 * fraction
    } else if fraction < 0.75 {
      height = 1.5 - 2 * fraction
    } else {
      height = 2 * fraction - 1.5
    }
    return min(max(height, 0x1p-53), 1 - 0x1p-53)
  }
}
