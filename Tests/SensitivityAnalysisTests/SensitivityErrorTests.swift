import SensitivityAnalysis
import Testing

@Suite("Refusals of sensitivity analysis")
struct SensitivityErrorTests {
  private let layout = SaltelliLayout(inputCount: 2, hasSecondOrder: false)
  private let bootstrap = Bootstrap(seed: 0, resampleCount: 20)

  private func indices(_ outputs: [Double]) throws -> SobolIndices {
    try SobolIndices(
      RunOutputs(oneRunPerRow: outputs), layout: layout, luck: .none, bootstrap: bootstrap)
  }

  private let sound = (0..<64).map { Double($0 * $0 % 17) }

  @Test("one NaN or infinity among the outputs is refused with its row", arguments: [0, 13, 63])
  func notFinite(row: Int) throws {
    for (value, word) in [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")] {
      var outputs = sound
      outputs[row] = value
      #expect(throws: SensitivityError.outputNotFinite(row: row, replication: 0, value: word)) {
        try indices(outputs)
      }
    }
    #expect(throws: SensitivityError.outputNotFinite(row: 1, replication: 2, value: "nan")) {
      try RunOutputs([[1, 2, 3], [4, 5, .nan]])
    }
  }

  @Test("a missing row is refused, not skipped")
  func missingRow() {
    #expect(
      throws: SensitivityError.wrongRowCount(found: 63, expected: "4 rows for each base point")
    ) {
      try indices(Array(sound.dropLast()))
    }
  }

  @Test("rows with unequal numbers of replications are refused")
  func missingReplication() {
    #expect(throws: SensitivityError.unevenReplications(row: 2, found: 1, expected: 2)) {
      try RunOutputs([[1, 2], [3, 4], [5], [6, 7]])
    }
    #expect(throws: SensitivityError.tooFew(of: "replications", found: 0, least: 1)) {
      try RunOutputs([[], []])
    }
  }

  @Test("a constant output has no indices, however large it is")
  func constant() {
    for value in [0, 3, -1e300] {
      #expect(throws: SensitivityError.constantOutput(value: value)) {
        try indices([Double](repeating: value, count: 64))
      }
    }
    // Equal but for the last digit.
    let rounded = (0..<64).map { $0.isMultiple(of: 3) ? 0.1 + 0.2 : 0.3 }
    #expect(throws: SensitivityError.constantOutput(value: 0.1 + 0.2)) { try indices(rounded) }
  }

  @Test("fewer than 8 base points are refused")
  func tooFew() {
    #expect(throws: SensitivityError.tooFew(of: "base points", found: 7, least: 8)) {
      try indices(Array(sound.prefix(28)))
    }
  }

  @Test("the estimator that needs BA is a programming error without these rows")
  func estimatorWithoutRows() async {
    await #expect(processExitsWith: .failure) {
      let outputs = try RunOutputs(oneRunPerRow: (0..<64).map { Double($0 * $0 % 17) })
      _ = try SobolIndices(
        outputs, layout: SaltelliLayout(inputCount: 2, hasSecondOrder: false), luck: .none,
        estimator: .azzini, bootstrap: Bootstrap(seed: 0))
    }
  }

  @Test("every refusal says what was found, why that will not do and what to do")
  func descriptions() {
    let errors: [(SensitivityError, [String])] = [
      (.wrongRowCount(found: 63, expected: "64 rows"), ["63", "64", "shift", "run the missing"]),
      (.unevenReplications(row: 2, found: 1, expected: 4), ["row 2", "1", "4", "noise", "run"]),
      (.outputNotFinite(row: 7, replication: 3, value: "nan"), ["row 7", "3", "nan", "again"]),
      (.inputNotFinite(input: 1, row: 9, value: "inf"), ["input 1", "inf", "row 9", "correct"]),
      (.tooFew(of: "base points", found: 3, least: 8), ["3 base points", "8", "enlarge"]),
      (.constantOutput(value: 2.5), ["2.5", "undefined", "choose"]),
      (.constantInput(input: 4), ["input 4", "same value", "leave it out"]),
      (.dependentInput(input: 5), ["input 5", "combination", "leave it out"]),
      (.noiseUnknown, ["one run per row", "noise", "replications"]),
      (.onlyNoise, ["noise", "undefined", "more replications"]),
      (.brokenTrajectory(trajectory: 6, reason: "has a step of 0.0"), ["6", "step", "design"]),
    ]
    for (error, parts) in errors {
      for part in parts { #expect(error.description.contains(part), "\(error) lacks '\(part)'") }
      #expect(!error.description.contains("\n"))
    }
  }
}
