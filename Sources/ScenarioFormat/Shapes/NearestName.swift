/// Finds the name that somebody probably meant.
public enum NearestName {
  /// The candidate nearest to a mistyped name, or nil when none is near.
  ///
  /// Case and punctuation hardly count: `TJK_Customs` is `tjk-customs`. Otherwise up to three
  /// insertions, deletions, substitutions or swaps of neighbours are forgiven, fewer in short names
  /// (Damerau 1964; Levenshtein 1966; the restricted distance, in which no part is edited twice);
  /// and failing that, one name being the beginning of a single other. Of equally near candidates
  /// the first wins. Names beyond 64 characters and candidates beyond the first 20,000 are not
  /// looked at, so that the cost stays bounded.
  public static func suggestion(for name: String, among candidates: [String]) -> String? {
    let target = folded(name)
    guard !target.isEmpty, target.count <= lengthLimit else { return nil }
    var best: (name: String, distance: Int)?
    var extensions: [String] = []
    for candidate in candidates.prefix(candidateLimit) where candidate != name {
      let letters = folded(candidate)
      guard !letters.isEmpty, letters.count <= lengthLimit else { continue }
      if letters == target { return candidate }
      let tolerance = min(3, max(1, min(target.count, letters.count) / 3))
      let limit = best.map { min(tolerance, $0.distance - 1) } ?? tolerance
      if let distance = distance(target, letters, limit: limit) {
        best = (candidate, distance)
      }
      if min(letters.count, target.count) >= 4,
        letters.starts(with: target) || target.starts(with: letters)
      {
        extensions.append(candidate)
      }
    }
    return best?.name ?? (extensions.count == 1 ? extensions[0] : nil)
  }

  private static let lengthLimit = 64
  private static let candidateLimit = 20_000

  /// Letters and digits in lower case.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// The restricted Damerau-Levenshtein distance, or nil when it exceeds the limit.
  package static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1..<left.count + 1 {
      current[0] = row
      for column in 1..<right.count + 1 {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      // A swap reaches back two rows, so one row beyond the limit is not yet the end.
      if min(current.min() ?? 0, last.min() ?? 0) > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
