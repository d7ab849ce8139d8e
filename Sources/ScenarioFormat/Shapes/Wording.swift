/// `1 value`, `3 values`.
func countWords(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `a place`, `an agency`.
func withArticle(_ noun: String) -> String {
  let isVowel = noun.first.map { "aeiou".contains($0) } ?? false
  return (isVowel ? "an " : "a ") + noun
}

/// `exactly 3 values`, `at least 1 value`, `1 to 5 values`, from a range of counts.
func countWords(_ count: ClosedRange<Int>, _ noun: String) -> String {
  if count.lowerBound == count.upperBound {
    return "exactly " + countWords(count.lowerBound, noun)
  }
  return "\(count.lowerBound) to " + countWords(count.upperBound, noun)
}

/// `"a", "b" or "c"`, the first few when there are many.
func wordList(_ words: [String], joinedBy conjunction: String = "or", limit: Int = 12) -> String {
  let shown = words.prefix(limit).map { quoted($0) }
  if words.count > limit {
    return shown.joined(separator: ", ") + " \(conjunction) \(words.count - limit) more"
  }
  guard let last = shown.last, shown.count > 1 else { return shown.first ?? "nothing" }
  return shown.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}
