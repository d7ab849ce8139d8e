import ScenarioFormat
import Testing

@Suite("Quantities")
struct QuantityTests {
  @Test("The range of a quantity is put into words")
  func words() {
    #expect(Quantity.probability("day").words == "a probability per day from 0 to 1")
    #expect(Quantity("km", .positive).words == "a number above 0, in km")
    #expect(Quantity("kg", .nonNegative).words == "a number of at least 0, in kg")
    #expect(Quantity("").words == "a number")
    #expect(
      Quantity.count("lanes", atLeast: 1, atMost: 64).words
        == "a whole number from 1 to 64, in lanes")
    #expect(
      Quantity("", QuantityRange(from: 0, to: 1, isLowerOpen: true)).words
        == "a number above 0 and at most 1")
    #expect(
      Quantity("", QuantityRange(from: 0, to: 1, isUpperOpen: true)).words.contains("below 1"))
    #expect(Quantity("", QuantityRange(to: 5)).words == "a number of at most 5")
    #expect(Quantity("", QuantityRange(to: 5, isUpperOpen: true)).words == "a number below 5")
    #expect(Quantity("", .closed(2...2)).words == "a number equal to 2")
  }

  @Test("An open end is excluded, a closed one included")
  func ends() {
    let range = QuantityRange(from: 0, to: 1, isLowerOpen: true)
    #expect(!range.contains(0) && range.contains(1) && range.contains(0x1p-1074))
    let other = QuantityRange(from: 0, to: 1, isUpperOpen: true)
    #expect(other.contains(0) && !other.contains(1) && other.contains(1.0.nextDown))
  }

  @Test("No range contains NaN or an infinity")
  func nonFinite() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(!QuantityRange.any.contains(number))
    }
  }

  @Test("A whole quantity accepts no fraction")
  func whole() {
    #expect(Quantity.count("lanes").accepts(3))
    #expect(!Quantity.count("lanes").accepts(3.5))
    #expect(!Quantity.count("lanes").accepts(-1))
  }

  @Test("Names obey their pattern and nothing else does")
  func names() {
    for name in ["a", "0", "tjk-afg", "a--b-", String(repeating: "x", count: 64)] {
      #expect(NamePattern.id.matches(name), "\(name)")
    }
    for name in ["", "-a", "A", "a b", "a_b", "é", "a\n", String(repeating: "x", count: 65)] {
      #expect(!NamePattern.id.matches(name), "\(name)")
    }
    #expect(NamePattern.country.matches("TJK"))
    for name in ["TJ", "TJKK", "tjk", "T1K"] { #expect(!NamePattern.country.matches(name)) }
  }

  @Test("A pattern is also a regular expression")
  func regularExpressions() {
    #expect(NamePattern.id.regularExpression == "^[a-z0-9][a-z0-9-]{0,63}$")
    #expect(NamePattern.country.regularExpression == "^[A-Z]{3}$")
  }
}
