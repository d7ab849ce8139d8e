import ResultFiles
import Sweeps
import Testing

/// Where records stand, in a few large arrays.
@Suite("Places of units")
struct UnitPlacesTests {
  @Test("Every place that was noted is found, whatever the order, and no other")
  func lookUp() {
    var places = UnitPlaces(pointCount: 50)
    var expected: [SweepUnit: AppendLog.Place] = [:]
    var state: UInt64 = 1
    for number in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = SweepUnit(point: Int(state >> 33) % 50, replication: Int(state >> 45) % 200)
      let place = AppendLog.Place(offset: 100 * number, count: 1 + number % 97)
      places.set(unit, to: place)
      expected[unit] = place
    }
    #expect(places.count == expected.count)
    for point in 0..<50 {
      for replication in 0..<260 {
        let unit = SweepUnit(point: point, replication: replication)
        #expect(places[unit] == expected[unit])
      }
      let last = expected.keys.filter { $0.point == point }.map(\.replication).max()
      #expect(places.bound(ofPoint: point) == last.map { $0 + 1 } ?? 0)
    }
  }

  @Test("The ends of what a log may hold are kept exactly")
  func ends() {
    var places = UnitPlaces(pointCount: 1)
    let unit = SweepUnit(point: 0, replication: 9_999_999)
    let place = AppendLog.Place(offset: (1 << 40) - 1, count: (1 << 24) - 1)
    places.set(unit, to: place)
    #expect(places[unit] == place && places.count == 1)
  }

  @Test(
    "A record takes at most 16 bytes and a point 40, however they are spread",
    arguments: [(20_000, 1), (2_000, 10), (200, 100), (1, 20_000)])
  func memory(points: Int, replications: Int) {
    var places = UnitPlaces(pointCount: points)
    for replication in 0..<replications {
      for point in 0..<points {
        places.set(
          SweepUnit(point: point, replication: replication), to: .init(offset: 8, count: 8))
      }
    }
    #expect(places.byteCount <= 16 * points * replications + 40 * points + 64)
  }
}
