import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Validation")
struct ValidatorTests {
  @Test("A document of the right shape has no problems")
  func valid() throws {
    #expect(Validator.problems(in: try ExampleFormat.document(), shape: ExampleFormat.shape) == [])
  }

  /// One value put into the example, and the one problem that it makes.
  struct Slip: Sendable, CustomTestStringConvertible {
    let pointer: String
    let value: String
    let at: String
    let found: String
    let allowed: String
    let hint: String?

    init(
      _ pointer: String, _ value: String, at: String? = nil, _ found: String,
      _ allowed: String, _ hint: String? = nil
    ) {
      self.pointer = pointer
      self.value = value
      self.at = at ?? pointer
      self.found = found
      self.allowed = allowed
      self.hint = hint
    }

    var testDescription: String { "\(pointer) = \(value)" }
  }

  @Test(
    "A wrong quantity is reported with what was found, what is allowed and what to do",
    arguments: quantities)
  func quantity(_ slip: Slip) throws { try expect(slip) }

  @Test(
    "A wrong text is reported with what was found, what is allowed and what to do",
    arguments: texts)
  func text(_ slip: Slip) throws { try expect(slip) }

  @Test(
    "A wrong structure is reported with what was found, what is allowed and what to do",
    arguments: structures)
  func structure(_ slip: Slip) throws { try expect(slip) }

  private func expect(_ slip: Slip) throws {
    let pointer = try #require(JSONPointer(parsing: slip.pointer))
    let document = try ExampleFormat.document(pointer, slip.value)
    let problems = Validator.problems(in: document, shape: ExampleFormat.shape)
    let problem = try #require(problems.first)
    #expect(problems.count == 1, "\(problems)")
    #expect(problem.pointer == slip.at)
    #expect(problem.found == "found \(slip.found)")
    #expect(problem.allowed.contains(slip.allowed))
    #expect(problem.hint == slip.hint)
    #expect(problem.location != nil)
  }

  static let detection = "/corridors/khorog-osh/detection"
  static let probability = "a probability per passage from 0 to 1"

  static let quantities = [
    Slip(detection, "30", "30", probability, "did you write a percentage? 30 % is 0.3"),
    Slip(detection, "-0.1", "-0.1", probability),
    Slip(detection, "\"0.3\"", "\"0.3\"", probability, "remove the quotation marks"),
    Slip(detection, "\"30 %\"", "\"30 %\"", probability, "write a fraction of 1: 0.3"),
    Slip(detection, "true", "true", probability),
    Slip(
      detection, "null", "null", probability,
      "write a value, or leave the key out if it may be absent"),
    Slip(detection, "[]", "an array of 0 values", probability),
    Slip(detection, "{}", "an empty object", probability),
    Slip(detection, "{\"lognormal\": {}}", "an object with the key \"lognormal\"", probability),
    Slip(
      detection, "{\"value\": 2}", at: "\(detection)/value", "2", probability,
      "did you write a percentage? 2 % is 0.02"),
    Slip(
      detection, "{\"low\": 0, \"high\": 1}", at: "\(detection)/value", "no key \"value\"",
      "the key \"value\": \(probability)"),
    Slip(
      detection, "{\"vlaue\": 0.1}", at: "\(detection)/vlaue", "the unknown key \"vlaue\"",
      "\"value\", \"low\", \"high\"", "did you mean \"value\"?"),
    Slip(
      detection, "{\"value\": 0.1, \"unit\": \"%\"}", at: "\(detection)/unit",
      "the unknown key \"unit\"", "\"value\"", "the unit is fixed by the key: leave this out"),
    Slip(
      detection, "{\"value\": 0.1, \"low\": 0}", at: "\(detection)/low",
      "\"low\" without \"high\"", "both \"low\" and \"high\", or neither"),
    Slip(
      detection, "{\"value\": 0.1, \"low\": 0.2, \"high\": 0.3}", at: "\(detection)/low",
      "\"low\" 0.2, above \"value\" 0.1", "do not decrease"),
    Slip(
      detection, "{\"value\": 0.4, \"low\": 0.2, \"high\": 0.3}", at: "\(detection)/high",
      "\"high\" 0.3, below \"value\" 0.4", "do not decrease"),
    Slip(
      detection,
      "{\"value\": 0.4, \"distribution\": {\"uniform\": {\"lower\": 0, \"upper\": 2}}}",
      at: "\(detection)/distribution/uniform/upper", "2", probability,
      "did you write a percentage? 2 % is 0.02"),
    Slip(
      detection,
      """
      {"value": 0.4, "low": 0, "high": 1,
       "distribution": {"uniform": {"lower": 0, "upper": 1}}}
      """, at: "\(detection)/distribution", "\"distribution\" beside \"low\"", "either"),
    Slip(
      detection,
      "{\"value\": 0.4, \"distribution\": {\"uniform\": {\"lower\": 0.5, \"upper\": 0.5}}}",
      at: "\(detection)/distribution/uniform/upper", "\"upper\" 0.5, equal to \"lower\" 0.5",
      "increase in the order \"lower\", \"upper\""),
    Slip(
      detection, "{\"value\": 0.4, \"source\": \"mfaa\"}", at: "\(detection)/source", "\"mfaa\"",
      "the identifier of a source, a key of /sources", "did you mean \"mfa\"?"),
    Slip(
      detection, "{\"value\": {\"value\": 0.4}}", at: "\(detection)/value",
      "an object with the key \"value\"", probability),
    Slip(
      "/places/khorog/lanes", "2.5", "2.5", "a whole number from 1 to 64, in lanes",
      "leave the fraction out"),
    Slip("/places/khorog/latitude", "-90.5", "-90.5", "a number from -90 to 90, in degrees"),
    Slip(
      "/frontiers/tjk-afg/sections/gbao/length", "0", "0", "a number above 0, in km",
      "0 itself is excluded"),
    Slip(
      "/frontiers/tjk-afg/sections/gbao/length", "\"1,344\"", "\"1,344\"", "above 0, in km",
      "write 1344, without separators and quotation marks"),
    Slip(
      "/frontiers/tjk-afg/sections/gbao/length", "\"12 km\"", "\"12 km\"", "above 0, in km",
      "write the number alone, without unit and quotation marks"),
    Slip(
      "/corridors/khorog-osh/share", "{\"value\": 0.5}", "an object with the key \"value\"",
      "a number from 0 to 1"),
  ]

  static let texts = [
    Slip("/title", "\"\"", "text of 0 characters", "text of 1 to 200 characters"),
    Slip("/title", "7", "7", "text of", "put it in quotation marks: \"7\""),
    Slip("/start", "\"2023-02-29\"", "\"2023-02-29\"", "a date", "that month has 28 days"),
    Slip("/start", "\"29.02.2024\"", "\"29.02.2024\"", "a date", "write year-month-day"),
    Slip("/start", "\"2024/2/9\"", "\"2024/2/9\"", "a date", "write \"2024-02-09\""),
    Slip("/start", "\"soon\"", "\"soon\"", "such as \"2024-01-31\""),
    Slip(
      "/places/osh/closedFrom", "\"2024-11-15\"", "\"2024-11-15\"", "such as \"11-15\"",
      "leave the year out"),
    Slip("/places/osh/closedFrom", "\"11-31\"", "\"11-31\"", "a day of the year"),
    Slip("/places/osh/country", "\"kgz\"", "\"kgz\"", "a country code", "write \"KGZ\""),
    Slip("/places/osh/country", "\"Kyrgyzstan\"", "\"Kyrgyzstan\"", "of the characters A-Z"),
    Slip("/places/khorog/isCrossing", "1", "1", "true or false"),
    Slip(
      "/places/khorog/isCrossing", "\"True\"", "\"True\"", "true or false",
      "write true without quotation marks"),
    Slip(
      "/corridors/khorog-osh/mode", "\"raod\"", "\"raod\"", "\"road\" or \"rail\"",
      "did you mean \"road\"?"),
    Slip("/corridors/khorog-osh/mode", "\"boat\"", "\"boat\"", "\"road\" or \"rail\""),
    Slip(
      "/corridors/khorog-osh/from", "\"Khorog\"", "\"Khorog\"",
      "the identifier of a place, a key of /places", "did you mean \"khorog\"?"),
    Slip(
      "/corridors/khorog-osh/from", "\"dushanbe\"", "\"dushanbe\"", "a place",
      "the document defines \"khorog\" and \"osh\""),
    Slip("/note", "\"\"", "text of 0 characters", "text of 1 to"),
    Slip("/places/osh/source", "\"srvey\"", "\"srvey\"", "/sources", "did you mean \"survey\"?"),
  ]

  static let corridor = "/corridors/khorog-osh"

  static let structures = [
    Slip("", "[]", "an array of 0 values", "an object with the keys \"title\", \"start\""),
    Slip(
      "/places/Osh", "{\"country\": \"KGZ\"}", "\"Osh\"",
      "1 to 64 of the characters a-z, 0-9 and -", "write \"osh\""),
    Slip(
      "/fees", "{\"osch\": 1}", at: "/fees/osch", "\"osch\"", "a key of /places",
      "did you mean \"osh\"?"),
    Slip(
      "/places/osh", "{}", at: "/places/osh/country", "no key \"country\"",
      "the key \"country\": a country code such as \"TJK\""),
    Slip(
      "/places/osh", "{\"contry\": \"KGZ\"}", at: "/places/osh/contry",
      "the unknown key \"contry\"", "\"country\", \"latitude\"", "did you mean \"country\"?"),
    Slip(
      "/places/osh", "{\"country\": \"KGZ\", \"comment\": 1}", at: "/places/osh/comment",
      "the unknown key \"comment\"", "or \"note\"", "put remarks into \"note\""),
    Slip(
      "/places/osh", "{\"country\": \"KGZ\", \"contry\": 1}", at: "/places/osh/contry",
      "the unknown key \"contry\"", "\"country\"",
      "this object has \"country\" already: remove one of the two"),
    Slip(
      "/places/osh", "{\"country\": \"KGZ\", \"closedFrom\": \"11-15\"}",
      at: "/places/osh/closedFrom", "\"closedFrom\" without \"closedUntil\"",
      "all of \"closedFrom\" and \"closedUntil\", or none"),
    Slip("\(corridor)/via", "[]", "0 values", "1 to 3 values"),
    Slip("\(corridor)/via", "\"osh\"", "\"osh\"", "an array of", "put it in brackets: [ ... ]"),
    Slip(
      "\(corridor)/via", "[\"osh\", \"x\"]", at: "\(corridor)/via/1", "\"x\"", "a place",
      "the document defines \"khorog\" and \"osh\""),
    Slip(
      "\(corridor)/closed", "\"1999-12-31\"",
      "\"closed\" 1999-12-31, below \"opened\" 2000-01-01",
      "increase in the order \"opened\", \"closed\""),
    Slip(
      "\(corridor)/rank", "1", "\"rank\" beside \"share\"", "at most one of \"share\" or \"rank\""),
    Slip("\(corridor)/delay", "true", "true", "a number of at least 0, in days; or an object"),
    Slip(
      "\(corridor)/delay", "{}", "none of the keys",
      "exactly one of the keys \"lognormal\" or \"triangular\""),
    Slip(
      "\(corridor)/delay", "{\"weibull\": {}}", at: "\(corridor)/delay/weibull",
      "the unknown key \"weibull\"", "\"lognormal\", \"triangular\""),
    Slip(
      "\(corridor)/delay",
      """
      {"lognormal": {"mean": 1}, "triangular": {"lower": 1, "mode": 1, "upper": 1}}
      """, at: "\(corridor)/delay/triangular", "\"triangular\" beside \"lognormal\"",
      "exactly one", "remove all but one"),
    Slip(
      "\(corridor)/delay", "{\"lognormal\": {}}", at: "\(corridor)/delay/lognormal",
      "none of \"mean\" or \"median\"", "at least one of"),
    Slip(
      "\(corridor)/delay", "{\"triangular\": {\"lower\": 2, \"mode\": 1, \"upper\": 2}}",
      at: "\(corridor)/delay/triangular/mode", "\"mode\" 1, below \"lower\" 2",
      "do not decrease in the order \"lower\", \"mode\", \"upper\""),
    Slip(
      "/frontiers/other", "{\"sections\": {\"gbao\": {\"length\": 1}}}",
      at: "/frontiers/other/sections/gbao", "the section \"gbao\" defined twice, first at 17:42",
      "each identifier of a section once"),
  ]
}
