import ElementaryFunctions
import Foundation
import RandomStreams

/// Models whose indices are known.
enum TestModels {
  /// Ishigami's function with a = 7, b = 0.1 of three inputs in 0...1, stretched to -π...π.
  static func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  /// Sobol's G function with the given coefficients.
  static func g(_ coefficients: [Double]) -> ([Double]) -> Double {
    { point in
      zip(point, coefficients).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
    }
  }

  /// 4a + 2b of three inputs, the third of which does nothing: S1 = ST = 0.8, 0.2, 0.
  static func linear(_ point: [Double]) -> Double { 4 * point[0] + 2 * point[1] }

  /// A standard normal number that belongs to the given luck and replication.
  static func noise(seed: UInt64, luck: Int, replication: Int) -> Double {
    let streams = RandomStreams(seed: seed, replication: UInt64(replication))
    return Portable.normalQuantile(
      streams.uniforms(.test, entity: UInt64(luck), step: 1).first)
  }

  /// A random point.
  static func point(seed: UInt64, number: Int, dimensions: Int) -> [Double] {
    let streams = RandomStreams(seed: seed, replication: 0)
    return (0..<dimensions).map { dimension in
      streams.uniforms(.test, entity: UInt64(number), step: UInt64(2 + dimension)).first
    }
  }
}
