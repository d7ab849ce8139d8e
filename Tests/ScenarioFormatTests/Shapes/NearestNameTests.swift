import ScenarioFormat
import Testing

@Suite("Nearest names")
struct NearestNameTests {
  @Test(
    "A slip of the finger finds the name that was meant",
    arguments: [
      ("tjk-custms", "tjk-customs"), ("tjk-cusotms", "tjk-customs"),
      ("tjk-customss", "tjk-customs"), ("tjk-kustoms", "tjk-customs"), ("osch", "osh"),
      ("TJK_Customs", "tjk-customs"), ("tjkCustoms", "tjk-customs"), ("Khorog ", "khorog"),
      ("pach", "path"), ("detect", "detectionProbability"), ("replicatons", "replications"),
    ])
  func slips(name: String, meant: String) {
    let candidates = [
      "khorog", "osh", "tjk-customs", "tjk-police", "path", "detectionProbability",
      "replications",
    ]
    #expect(NearestName.suggestion(for: name, among: candidates) == meant)
  }

  @Test(
    "What is near to nothing gets no suggestion",
    arguments: ["weibull", "x", "", "---", "ab"])
  func strangers(name: String) {
    #expect(NearestName.suggestion(for: name, among: ["khorog", "osh", "road"]) == nil)
  }

  @Test("The first of equally near names wins")
  func ties() {
    #expect(NearestName.suggestion(for: "rxad", among: ["read", "road"]) == "read")
  }

  @Test("A beginning that several names share suggests none of them")
  func ambiguousBeginning() {
    let candidates = ["detectionRate", "detectionProbability"]
    #expect(NearestName.suggestion(for: "detection", among: candidates) == nil)
  }

  @Test(
    "Distances are those of the restricted Damerau-Levenshtein metric",
    arguments: [
      ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
      ("abcdef", "abdcef", 1), ("same", "same", 0),
    ])
  func distances(left: String, right: String, distance: Int) {
    let (one, other) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(NearestName.distance(one, other, limit: 10) == distance)
    #expect(NearestName.distance(other, one, limit: distance) == distance)
    if distance > 0 { #expect(NearestName.distance(one, other, limit: distance - 1) == nil) }
  }

  @Test("A limit changes no distance that it allows")
  func limits() {
    var random = TestRandom(seed: 6)
    for _ in 0..<500 {
      func word() -> [Unicode.Scalar] {
        (0..<random.below(8)).map { _ in random.element(["a", "b", "c"]) }
      }
      let (left, right) = (word(), word())
      let full = NearestName.distance(left, right, limit: 100)
      for limit in 0..<8 {
        let limited = NearestName.distance(left, right, limit: limit)
        #expect(limited == full.flatMap { $0 <= limit ? $0 : nil })
      }
    }
  }
}
