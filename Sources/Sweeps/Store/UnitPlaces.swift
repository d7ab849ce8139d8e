import ResultFiles

/// Where the records of units stand in a log, found by point and replication.
///
/// All of it lies in a few large arrays, for a sweep may have millions of points: a small array for
/// each would live between the memory that replications take and give back, and keep it from being
/// used again. The places of a point lie in pages of 1, 2, 4, ... cells; a page begins with the
/// number of the page after it. A point of n replications takes at most 16 n + 44 bytes, and
/// finding one of them log n steps.
package struct UnitPlaces {
  /// Links and packed places; 0 is nothing, so cell 0 is never used.
  private var cells: [UInt64] = [0]
  /// By point: the cell where its first page begins, or 0.
  private var firstPages: [Int]
  /// By point: one more than the greatest replication that has a place.
  private var bounds: [Int32]
  /// By point: how many replications from the first on are known to have a place.
  private var leadingCounts: [Int32]
  /// How many units have a place.
  package private(set) var count = 0

  /// How many bits of a packed place say how long the line is.
  private static let lengthBits = 24

  /// No places yet.
  package init(pointCount: Int) {
    firstPages = [Int](repeating: 0, count: pointCount)
    bounds = [Int32](repeating: 0, count: pointCount)
    leadingCounts = bounds
  }

  /// How many points there are.
  var pointCount: Int { firstPages.count }

  /// How much memory it takes, but for what arrays have in reserve.
  package var byteCount: Int { 8 * cells.count + 16 * firstPages.count }

  /// The place of a unit of one of the points; `nil` when it has none.
  package subscript(unit: SweepUnit) -> AppendLog.Place? {
    guard unit.replication < bounds[unit.point] else { return nil }
    let (page, offset) = Self.position(of: unit.replication)
    var cell = firstPages[unit.point]
    for _ in 0..<page where cell != 0 { cell = Int(cells[cell]) }
    return cell == 0 ? nil : Self.unpacked(cells[cell + 1 + offset])
  }

  /// One more than the greatest replication of a point that has a place.
  package func bound(ofPoint point: Int) -> Int { Int(bounds[point]) }

  /// How many replications of a point have a place from the first on without a gap.
  ///
  /// Goes on from what it has found before, since a place is never taken back.
  package mutating func leadingCount(ofPoint point: Int) -> Int {
    while leadingCounts[point] < bounds[point],
      self[SweepUnit(point: point, replication: Int(leadingCounts[point]))] != nil
    {
      leadingCounts[point] += 1
    }
    return Int(leadingCounts[point])
  }

  /// Notes where a unit stands, whatever was noted before.
  ///
  /// A line beyond 2^40 bytes of the file, or longer than 2^24, is a precondition.
  package mutating func set(_ unit: SweepUnit, to place: AppendLog.Place) {
    let (page, offset) = Self.position(of: unit.replication)
    if firstPages[unit.point] == 0 { firstPages[unit.point] = addPage(0) }
    var cell = firstPages[unit.point]
    for number in 0..<page {
      if cells[cell] == 0 { cells[cell] = UInt64(addPage(number + 1)) }
      cell = Int(cells[cell])
    }
    if cells[cell + 1 + offset] == 0 { count += 1 }
    cells[cell + 1 + offset] = Self.packed(place)
    bounds[unit.point] = max(bounds[unit.point], Int32(unit.replication + 1))
  }

  private mutating func addPage(_ number: Int) -> Int {
    cells += repeatElement(0, count: 1 + (1 << number))
    return cells.count - 1 - (1 << number)
  }

  /// The page of a replication, and where in it.
  private static func position(of replication: Int) -> (page: Int, offset: Int) {
    let page = Int.bitWidth - 1 - (replication + 1).leadingZeroBitCount
    return (page, replication + 1 - (1 << page))
  }

  private static func packed(_ place: AppendLog.Place) -> UInt64 {
    precondition(
      place.offset < 1 << (64 - lengthBits) && (1..<1 << lengthBits).contains(place.count),
      "a line of \(place.count) bytes at \(place.offset) is beyond what a log may hold")
    return UInt64(place.offset) << UInt64(lengthBits) | UInt64(place.count)
  }

  private static func unpacked(_ cell: UInt64) -> AppendLog.Place? {
    if cell == 0 { return nil }
    return AppendLog.Place(
      offset: Int(cell >> UInt64(lengthBits)), count: Int(cell & (1 << UInt64(lengthBits) - 1)))
  }
}
