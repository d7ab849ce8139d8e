/// The sizes that designs stop at.
public enum DesignLimits {
  /// The most points that a design may have, 2^31.
  ///
  /// Direction numbers of 32 bits and the exactness of quotients in double precision rest on it.
  public static let pointCount = 1 << 31

  /// The most cells, points times factors, of a design that has to be held in memory, 2^27.
  public static let storedCells = 1 << 27

  /// Traps unless a design of this size is allowed.
  static func check(pointCount: Int, factorCount: Int) {
    precondition(factorCount >= 1, "a design of \(factorCount) factors")
    precondition(
      pointCount >= 1 && pointCount <= Self.pointCount,
      "a design of \(pointCount) points; from 1 to \(Self.pointCount) are allowed")
  }
}
