import SensitivityAnalysis

/// Indices of any sample in which factors vary together: each by itself, for one may need more
/// points than another.
struct GivenDataRows {
  /// The indices, input by input.
  private(set) var rows: [SensitivityRow] = []
  /// Which could not be given, and why.
  private(set) var refusals: [String] = []

  /// The fewest points from which there is a distance: two slices of five.
  static let leastPoints = 10

  /// The fewest points from which there are correlations of so many factors.
  static func leastPoints(forCorrelationsOf factorCount: Int) -> Int { factorCount + 3 }

  init(
    inputs: [[Double]], output: [Double], names: [String], bootstrap: Bootstrap,
    words: SensitivityRefusal
  ) {
    var refused: [(indices: String, reason: String)] = []
    var correlation: RankCorrelation?
    do throws(SensitivityError) {
      correlation = try RankCorrelation(inputs: inputs, output: output, level: bootstrap.level)
    } catch {
      refused.append(("prcc or spearman", words.text(for: error)))
    }
    var distances: PAWNIndex?
    do throws(SensitivityError) {
      // Slices of at least ten rows, and at most ten of them.
      distances = try PAWNIndex(
        inputs: inputs, output: output, sliceCount: max(2, min(10, output.count / 10)),
        bootstrap: bootstrap)
    } catch {
      refused.append(("pawn", words.text(for: error)))
    }
    for (number, name) in names.enumerated() {
      if let own = correlation?.inputs[number] {
        rows.append(
          SensitivityRow(
            name, .partialRankCorrelation,
            IndexEstimate(own.partialRank.value, interval: own.partialRank.interval)))
        rows.append(SensitivityRow(name, .rankCorrelation, own.spearman))
      }
      if let own = distances?.inputs[number] {
        rows.append(SensitivityRow(name, .distance, own.summary.median))
      }
    }
    if let dummy = distances?.dummy {
      rows.append(SensitivityRow(SensitivityRow.dummy, .distance, dummy.median))
    }
    if refused.count == 2, refused[0].reason == refused[1].reason {
      refusals = [refused[0].reason]
    } else {
      refusals = refused.map { "no \($0.indices): \($0.reason)" }
    }
  }
}
