import RandomStreams
import Testing

@Suite("Random streams")
struct RandomStreamsTests {
  @Test("a named block is what NumPy prints under the same name")
  func blocksOfNumPy() throws {
    for block in NumPyValues.namedBlocks {
      let purpose = try #require(StreamPurpose(rawValue: block.purpose))
      let streams = RandomStreams(seed: block.seed, replication: block.replication)
      #expect(streams.words(purpose, entity: block.entity, step: block.step) == block.words)
    }
  }

  @Test("purposes keep their numbers: append only")
  func purposesAreAppendOnly() {
    let listed = StreamPurpose.allCases.map { "\($0) = \($0.rawValue)" }
    #expect(
      listed == [
        "supplyIntensity = 1", "dispatchTime = 2", "consignmentAttributes = 3", "hop = 4",
        "split = 5", "outcome = 6", "clashLosses = 7", "aftermath = 8", "succession = 9",
        "recovery = 10", "lead = 11", "leadSource = 12", "sharing = 13", "jointOperation = 14",
        "inspection = 15", "licitTraffic = 16", "redeployment = 17", "leadTarget = 18",
        "sobolScrambling = 32", "haltonPermutation = 33", "latinHypercubeStrata = 34",
        "latinHypercubeJitter = 35", "morrisTrajectory = 36", "searchCurvePhase = 37",
        "resampling = 48",
        "test = 255",
      ])
  }

  @Test("the naming version goes up with any change of the naming scheme")
  func namingVersion() {
    // One block under version 1. If this fails, old seeds no longer mean what they meant: raise the
    // version, then change the expectation.
    #expect(RandomStreams.namingVersion == 1)
    let words = RandomStreams(seed: 1, replication: 2).words(.hop, entity: 3, step: 4)
    #expect(words == Philox4x64.block(counter: SIMD4(1, 4, 3, 4), key: SIMD2(1, 2)))
  }

  @Test("each part of a name changes the draws")
  func namesAreDistinct() {
    let streams = RandomStreams(seed: 9, replication: 0)
    let base = streams.uniforms(.hop, entity: 5, step: 7)
    #expect(streams.uniforms(.hop, entity: 5, step: 7) == base)
    #expect(streams.uniforms(.split, entity: 5, step: 7) != base)
    #expect(streams.uniforms(.hop, entity: 7, step: 5) != base)
    #expect(streams.uniforms(.hop, entity: 5, step: 8) != base)
    #expect(RandomStreams(seed: 9, replication: 1).uniforms(.hop, entity: 5, step: 7) != base)
    #expect(RandomStreams(seed: 0, replication: 9).uniforms(.hop, entity: 5, step: 7) != base)
  }

  @Test("uniforms lie strictly between 0 and 1, even of extreme words")
  func uniformsAreInside() {
    #expect(UniformBlock.uniform(0) == 0x1p-53)
    #expect(UniformBlock.uniform(.max) == 1 - 0x1p-53)
    #expect(UniformBlock.uniform(0x0FFF) == 0x1p-53)
    #expect(UniformBlock.uniform(0x1000) == 0x3p-53)
    #expect(UniformBlock.uniform(1 << 63) == 0.5 + 0x1p-53)
  }

  @Test("in mirrored streams every draw u is 1 - u, exactly, and mirrored twice they are plain")
  func mirroredDraws() {
    let plain = RandomStreams(seed: 9, replication: 4)
    let mirrored = plain.mirrored
    #expect(mirrored == RandomStreams(seed: 9, replication: 4, isMirrored: true))
    #expect(mirrored.isMirrored && !plain.isMirrored && mirrored.mirrored == plain)
    for entity in 0..<1000 as Range<UInt64> {
      let draws = plain.uniforms(.test, entity: entity, step: 2)
      let images = mirrored.uniforms(.test, entity: entity, step: 2)
      #expect((0..<4).allSatisfy { images[$0] == 1 - draws[$0] && draws[$0] == 1 - images[$0] })
      #expect(mirrored.mirrored.uniforms(.test, entity: entity, step: 2) == draws)
    }
  }

  /// The mean of U² and (1 - U)² has mean 1/3 and variance 1/180, an eighth of that of the mean of
  /// two independent squares. The kurtosis is below 3, so the variance of a sample of 40,000 has a
  /// relative standard error below 0.0071: 0.035 is 4.89 of them, one false alarm in a million.
  @Test("pairs of mirrored draws have the mean and variance of theory")
  func antitheticVariance() {
    let plain = RandomStreams(seed: 31, replication: 0)
    var (sum, squares) = (0.0, 0.0)
    let count = 40_000.0
    for entity in 0..<UInt64(count) {
      let one = plain.uniforms(.test, entity: entity, step: 0).first
      let other = plain.mirrored.uniforms(.test, entity: entity, step: 0).first
      let mean = (one * one + other * other) / 2
      sum += mean
      squares += mean * mean
    }
    let mean = sum / count
    let variance = squares / count - mean * mean
    #expect(abs(mean - 1.0 / 3) < 4.89 / (180 * count).squareRoot())
    #expect(abs(variance * 180 - 1) < 0.035)
  }

  @Test("one minus a uniform is a uniform, exactly")
  func uniformsReflect() {
    for entity in 0..<1000 as Range<UInt64> {
      let block = RandomStreams(seed: 3, replication: 0).words(.test, entity: entity, step: 0)
      let word = block.x
      #expect(1 - UniformBlock.uniform(word) == UniformBlock.uniform(~word))
    }
  }

  @Test("a block's subscript reads its fields")
  func blockSubscript() {
    let block = UniformBlock(words: SIMD4(1 << 60, 1 << 61, 1 << 62, 1 << 63))
    #expect(
      (0..<4).map { block[$0] } == [block.first, block.second, block.third, block.fourth])
  }

  @Test(
    "first draws across entities, steps and replications are uniform",
    arguments: ["entity", "step", "replication", "member"])
  func drawsAreUniform(across part: String) {
    // Chi-square with 199 degrees of freedom: mean 199, standard deviation 20. The 1e-6 quantile of
    // both tails together is about 110...313.
    var counts = [Int](repeating: 0, count: 200)
    let draws = 20_000
    for index in 0..<UInt64(draws) {
      let streams = RandomStreams(seed: 77, replication: part == "replication" ? index : 0)
      let entity =
        part == "entity" ? index : part == "member" ? EntityName.member(index, of: 12) : 0
      let block = streams.uniforms(.test, entity: entity, step: part == "step" ? index : 0)
      counts[Int(block.first * 200)] += 1
    }
    let expected = Double(draws) / 200
    let statistic = counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    #expect(statistic > 110 && statistic < 313)
  }

  @Test("the draws of neighbours are not correlated")
  func neighboursAreIndependent() {
    // A sample correlation of n independent pairs has standard deviation 1 / sqrt(n); 5 of them
    // fail in 6 pairings with a chance of 3e-6.
    let count = 10_000
    let streams = RandomStreams(seed: 5, replication: 0)
    let blocks = (0...UInt64(count)).map { streams.uniforms(.test, entity: $0, step: 1) }
    func correlation(_ pair: (Int) -> (Double, Double)) -> Double {
      var sum = 0.0
      for index in 0..<count {
        let (a, b) = pair(index)
        sum += (a - 0.5) * (b - 0.5)
      }
      return 12 * sum / Double(count)
    }
    let bound = 5 / Double(count).squareRoot()
    #expect(correlation { (blocks[$0].first, blocks[$0 + 1].first) }.magnitude < bound)
    #expect(correlation { (blocks[$0].fourth, blocks[$0 + 1].first) }.magnitude < bound)
    #expect(correlation { (blocks[$0].first, blocks[$0].second) }.magnitude < bound)
    #expect(correlation { (blocks[$0].second, blocks[$0].third) }.magnitude < bound)
    #expect(correlation { (blocks[$0].third, blocks[$0].fourth) }.magnitude < bound)
    #expect(correlation { (blocks[$0].first, blocks[$0].fourth) }.magnitude < bound)
  }
}
