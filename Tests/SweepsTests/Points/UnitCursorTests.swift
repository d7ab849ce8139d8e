import Sweeps
import Testing

@Suite("The order in which a sweep runs its units")
struct UnitCursorTests {
  /// Points and replications in the order of the cursor.
  private func units(_ targets: [Int]) -> [[Int]] {
    var cursor = UnitCursor(targets: targets)
    var units: [[Int]] = []
    while let unit = cursor.next() { units.append([unit.point, unit.replication]) }
    return units
  }

  @Test("units come replication by replication over all points, so a cut-short sweep is even")
  func replicationMajor() {
    #expect(units([2, 1, 2]) == [[0, 0], [1, 0], [2, 0], [0, 1], [2, 1]])
  }

  @Test("every unit comes exactly once, whatever the targets")
  func everyUnitOnce() {
    let targets = [3, 0, 17, 8, 1]
    let all = units(targets)
    #expect(Set(all).count == all.count)
    #expect(all.count == targets.reduce(0, +))
    #expect(all.allSatisfy { $0[1] < targets[$0[0]] })
    #expect(units([]).isEmpty)
  }
}
