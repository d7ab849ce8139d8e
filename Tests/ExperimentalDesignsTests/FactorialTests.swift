import ExperimentalDesigns
import Testing

@Suite("Factorial designs")
struct FactorialTests {
  @Test("a full factorial is nested loops with the last factor innermost")
  func fullFactorial() {
    let design = FullFactorial(levelCounts: [2, 1, 3])
    var expected: [[FactorSetting]] = []
    for first in 0..<2 {
      for third in 0..<3 { expected.append([.level(first), .level(0), .level(third)]) }
    }
    #expect(design.pointCount == 6)
    #expect(design.factorCount == 3)
    #expect((0..<6).map { design.settings(ofPoint: $0) } == expected)
  }

  @Test("the size of a full factorial is known before it is made, if there is one")
  func fullFactorialSize() {
    #expect(FullFactorial.pointCount(levelCounts: [3, 4, 5]) == 60)
    #expect(FullFactorial.pointCount(levelCounts: [1 << 16, 1 << 15]) == DesignLimits.pointCount)
    #expect(FullFactorial.pointCount(levelCounts: [1 << 16, 1 << 16]) == nil)
    #expect(FullFactorial.pointCount(levelCounts: [.max, .max]) == nil)
    #expect(FullFactorial.pointCount(levelCounts: [3, 0]) == nil)
  }

  @Test("one at a time begins nominal and then changes one factor after the other")
  func oneAtATime() {
    let design = OneAtATime(levelCounts: [2, 0, 1])
    #expect(design.pointCount == 4)
    #expect(
      (0..<4).map { design.settings(ofPoint: $0) } == [
        [.nominal, .nominal, .nominal],
        [.level(0), .nominal, .nominal],
        [.level(1), .nominal, .nominal],
        [.nominal, .nominal, .level(0)],
      ])
    #expect(design.change(atPoint: 0) == nil)
    #expect(design.change(atPoint: 3)?.factor == 2)
  }
}
