/// Whether a value differs from what is expected by at most `tolerance` of the latter.
func close(_ value: Double, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  (value - expected).magnitude <= tolerance * expected.magnitude
}

/// How many standard errors a result may lie from theory on either side in these tests: if both
/// agree, one seed in a million is further away. Seeds are fixed, so a test fails always or never.
let allowedStandardErrors = 4.89
