import RandomStreams
import SensitivityAnalysis
import Testing

private struct Directions: Decodable {
  let directionNumbers: [[UInt32]]
}

@Suite("The dummy of Sobol' indices")
struct SobolDummyTests {
  @Test(
    "with common luck it lies about 0 on Sobol' points, far and near of which are balanced",
    arguments: [64, 128, 256])
  func balance(count: Int) throws {
    let points = SobolPoints(
      rows: try ReferenceFile.read("sobol", as: Directions.self).directionNumbers)
    let layout = SaltelliLayout(inputCount: 2, hasSecondOrder: false)
    let designs = 40
    var sum = 0.0
    for design in 0..<designs {
      let shift = RandomStreams(seed: 40, replication: UInt64(design)).words(
        .test, entity: 0, step: 0)
      let rows = (0..<count).flatMap { number -> [Double] in
        // Numbers shifted digit by digit are as even as they were.
        let point = points.point(number, dimensions: 4).enumerated().map { dimension, value in
          Double(UInt32(value * 0x1p32) ^ UInt32(truncatingIfNeeded: shift[dimension])) * 0x1p-32
        }
        return SaltelliRun.block(Array(point[..<2]), Array(point[2...]), secondOrder: false)
          .map { $0[0] + $0[1] }
      }
      sum += try SobolIndices(
        RunOutputs(oneRunPerRow: rows), layout: layout, luck: .common,
        bootstrap: Bootstrap(seed: 1, resampleCount: 20)
      ).dummy.total.value
    }
    // A dummy has a standard deviation of about 0.15 and a bias of -2 / N, at most 0.03: 0.13 is
    // more than 4 standard errors of the mean from it. Base points paired with their neighbours
    // would have a mean of 0.33, either way.
    #expect((sum / Double(designs)).magnitude < 0.13)
  }
}
