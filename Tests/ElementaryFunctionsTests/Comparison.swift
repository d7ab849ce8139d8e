/// How many doubles lie from one finite double to another of the same sign.
func unitsApart(_ a: Double, _ b: Double) -> UInt64 {
  if a == b { return 0 }
  guard a.isFinite, b.isFinite, a.sign == b.sign else { return .max }
  let (low, high) = (min(a.bitPattern, b.bitPattern), max(a.bitPattern, b.bitPattern))
  return high - low
}

/// The error of `value` relative to `expected`, 0 where both are equal.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : (value - expected).magnitude / expected.magnitude
}
