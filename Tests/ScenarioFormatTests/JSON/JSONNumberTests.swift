import ScenarioFormat
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
  @Test(
    "A number has the value of the nearest double and keeps its text",
    arguments: [
      ("0", 0.0), ("-0", -0.0), ("12", 12), ("-1.50", -1.5), ("1E3", 1000), ("1e+3", 1000),
      ("1e-3", 0.001), ("0.1", 0.1), ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
      ("4.9e-324", Double.leastNonzeroMagnitude), ("0e999", 0), ("0.000", 0), ("-0.0e-9", -0.0),
      ("9007199254740992", 0x1p53), ("-9007199254740992", -0x1p53), ("1e17", 1e17),
    ] as [(String, Double)])
  func values(text: String, value: Double) throws {
    let number = try #require(try node(text).number)
    #expect(number.double.bitPattern == value.bitPattern)
    #expect(number.text == text)
  }

  @Test("Whole numbers are integers however they are written")
  func integers() throws {
    for text in ["3", "3.0", "0.3e1", "-4E2", "0"] {
      #expect(try #require(try node(text).number).isInteger, "\(text)")
    }
    for text in ["3.5", "1e-3", "1e17"] {
      #expect(try !#require(try node(text).number).isInteger, "\(text)")
    }
  }

  @Test(
    "Numbers are written in the shortest form that reads back the same",
    arguments: [
      (0.0, "0"), (-0.0, "-0"), (1, "1"), (-12, "-12"), (0.1, "0.1"), (1e-7, "1e-7"),
      (0x1p53, "9007199254740992"), (1e17, "1e17"), (1.5e300, "1.5e300"),
      (.leastNonzeroMagnitude, "5e-324"), (1.0 / 3, "0.3333333333333333"),
    ] as [(Double, String)])
  func shortest(value: Double, text: String) {
    #expect(JSONNumber.shortestText(value) == text)
  }

  @Test("Every written number reads back bit for bit")
  func roundTrip() throws {
    var random = TestRandom(seed: 11)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let read = try #require(try node(JSONNumber.shortestText(value)).number)
      #expect(read.double.bitPattern == value.bitPattern)
    }
  }

  @Test("NaN, infinities and inexact integers cannot become nodes")
  func unrepresentable() async {
    await #expect(processExitsWith: .failure) { _ = JSONNode.number(Double.nan) }
    await #expect(processExitsWith: .failure) { _ = JSONNode.number(-Double.infinity) }
    await #expect(processExitsWith: .failure) { _ = JSONNode.number(9_007_199_254_740_993) }
  }
}
