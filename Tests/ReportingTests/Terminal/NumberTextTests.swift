import Reporting
import ResultFiles
import Testing

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "significant digits never round away whole digits",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1.00"), (12, "12.0"), (12.34, "12.3"), (123.4, "123"),
      (1234.5, "1,235"), (1_234_567.8, "1,234,568"), (0.0456, "0.0456"), (0.04564, "0.0456"),
      (-0.5, "-0.500"), (-1234, "-1,234"), (999.6, "1,000"), (9.996, "10.0"), (99.95, "100"),
      (0.99949, "0.999"), (0.9995, "1.00"), (0.00001, "0.0000100"), (1e14, "100,000,000,000,000"),
    ])
  func significant(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(
    "very large and very small numbers have an exponent",
    arguments: [
      (1e-6, "1.00e-6"), (1.2345e-300, "1.23e-300"), (9.999e-8, "1.00e-7"), (1e15, "1.00e15"),
      (-6.02214076e23, "-6.02e23"), (Double.leastNonzeroMagnitude, "5.00e-324"),
      (1.7976931348623157e308, "1.80e308"),
    ])
  func exponent(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(
    "a half is rounded away from zero on the digits a reader sees",
    arguments: [
      (2.675, "2.68"), (-2.675, "-2.68"), (1.005, "1.01"), (0.125, "0.13"), (0.124999, "0.12"),
      (8.5e-3, "0.01"), (0.0049, "0.00"), (-0.0049, "0.00"), (0.995, "1.00"), (1e6, "1,000,000.00"),
    ])
  func halves(value: Double, text: String) {
    #expect(NumberText.fixed(value, decimals: 2) == text)
  }

  @Test(
    "a number without decimals is a whole number",
    arguments: [
      (0.5, "1"), (0.4, "0"), (1.5, "2"), (2.5, "3"), (-0.5, "-1"),
      (1e21, "1,000,000,000,000,000,000,000"),
    ])
  func whole(value: Double, text: String) {
    #expect(NumberText.fixed(value, decimals: 0) == text)
  }

  @Test(
    "a share is shown in percent, exactly",
    arguments: [
      (0.1234, "12.3%"), (0.07, "7.00%"), (1, "100%"), (0, "0%"), (0.000456, "0.0456%"),
      (0.9999, "100%"), (12.5, "1,250%"), (-0.5, "-50.0%"),
    ])
  func percent(fraction: Double, text: String) {
    #expect(NumberText.percent(fraction) == text)
  }

  @Test("a share may have a fixed number of decimals")
  func percentDecimals() {
    #expect(NumberText.percent(0.12345, decimals: 1) == "12.3%")
    #expect(NumberText.percent(0.29, decimals: 0) == "29%")
  }

  @Test("a number that is not finite is said in words")
  func notFinite() {
    #expect(NumberText.significant(.nan) == "not a number")
    #expect(NumberText.fixed(.infinity, decimals: 1) == "infinity")
    #expect(NumberText.percent(-.infinity) == "-infinity")
  }

  @Test(
    "a count has a comma between groups of three digits",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func count(value: Int, text: String) {
    #expect(NumberText.count(value) == text)
  }

  @Test(
    "an estimate has the decimals that its half-width deserves",
    arguments: [
      (12.3456, 0.567, "12.35 ± 0.57"), (12345.6, 234.5, "12,346 ± 235"),
      (0.5, 0.0996, "0.50 ± 0.10"), (3, 0.000_000_01, "3.000000 ± 0.000000"),
      (1, 2.5, "1.0 ± 2.5"),
    ])
  func estimate(value: Double, halfWidth: Double, text: String) {
    #expect(NumberText.estimate(value, halfWidth: halfWidth) == text)
  }

  @Test("an estimate can keep to ASCII")
  func estimateASCII() {
    #expect(NumberText.estimate(1, halfWidth: 0.5, glyphs: .ascii) == "1.00 +/- 0.50")
  }

  @Test(
    "the shortest form drops what says nothing",
    arguments: [
      (12, "12"), (-12, "-12"), (0, "0"), (-0.0, "0"), (0.1, "0.1"), (1e16, "1e16"),
      (1e15, "1000000000000000"), (9_007_199_254_740_992, "9007199254740992"), (1e-5, "1e-5"),
      (1.5e-7, "1.5e-7"), (1.5e300, "1.5e300"), (1e-10, "1e-10"), (1e100, "1e100"),
      (Double.leastNonzeroMagnitude, "5e-324"), (-2.5, "-2.5"), (1e22, "1e22"),
      (123_456.789, "123456.789"),
    ])
  func shortest(value: Double, text: String) {
    #expect(NumberText.shortest(value) == text)
  }

  @Test("the shortest form reads back as the same number")
  func roundTrip() {
    // A multiplicative walk through bit patterns; those that are not finite are passed over.
    var bits: UInt64 = 1
    for _ in 0..<20_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: bits)
      if value.isFinite { #expect(Double(NumberText.shortest(value)) == value) }
    }
  }

  @Test("a number with seventeen decimals is the shortest form padded with zeros")
  func digitsKept() {
    #expect(NumberText.fixed(0.1, decimals: 20) == "0.10000000000000000000")
    #expect(NumberText.fixed(1.0 / 3, decimals: 16) == "0.3333333333333333")
  }
}
