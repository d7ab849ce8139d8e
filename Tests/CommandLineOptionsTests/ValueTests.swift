import CommandLineOptions
import Testing

@Suite("Values of options")
struct ValueTests {
  enum Format: String, CaseIterable { case csv, json }

  private func count(_ word: String) throws -> Int? {
    try SampleProgram.parse("a", "--replications", word).positiveInteger("replications", upTo: 9999)
  }

  @Test("an option left out reads as nil")
  func absent() throws {
    let parsed = try SampleProgram.parse("a")
    #expect(try parsed.positiveInteger("replications") == nil)
    #expect(try parsed.seed("seed") == nil)
    #expect(try parsed.number("share") == nil)
    #expect(try parsed.choice("format", as: Format.self) == nil)
    #expect(try parsed.path("out") == nil)
    #expect(try parsed.assignments("set") == [])
  }

  @Test(
    "digits may be grouped with underscores",
    arguments: [
      ("1_000", 1000), ("007", 7), ("9999", 9999), ("1_0_0", 100),
    ])
  func grouped(word: String, value: Int) throws {
    #expect(try count(word) == value)
  }

  @Test(
    "other ways to write a whole number are refused",
    arguments: [
      "1e3", "1,000", "1.0", "_1", "1_", "1__0", "0x10", "+5", " 5", "5 ", "five", "٣", "-5", "0",
      "10000", "99999999999999999999",
    ])
  func refused(word: String) {
    let expected = UsageError(
      "--replications: found '\(word)'",
      hint: "allowed is a whole number from 1 to 9999; digits may be grouped as in 1_000")
    #expect(throws: expected) { try count(word) }
  }

  @Test("a count may be zero and a positive number may not")
  func zero() throws {
    let parsed = try SampleProgram.parse("a", "-n", "0")
    #expect(try parsed.count("replications") == 0)
    #expect(throws: UsageError.self) { try parsed.positiveInteger("replications") }
  }

  @Test(
    "a seed is any unsigned 64-bit number",
    arguments: [
      ("0", 0), ("18446744073709551615", UInt64.max), ("0x2a", 42), ("0XFFFF_FFFF", 0xffff_ffff),
      ("1_000", 1000),
    ])
  func seed(word: String, value: UInt64) throws {
    #expect(try SampleProgram.parse("a", "--seed", word).seed("seed") == value)
  }

  @Test(
    "a word that is no seed is refused",
    arguments: [
      "-1", "18446744073709551616", "0x", "0x1g", "1.5", "seed", "+1", "0x-1", "0x_1",
    ])
  func wrongSeed(word: String) throws {
    let parsed = try SampleProgram.parse("a", "--seed=\(word)")
    let error = #expect(throws: UsageError.self) { try parsed.seed("seed") }
    #expect(error?.hint?.contains("18446744073709551615") == true)
  }

  @Test(
    "a number is decimal and finite",
    arguments: [
      ("0.25", 0.25), ("1", 1), (".5", 0.5), ("1e-2", 0.01), ("1E2", 100), ("+3", 3),
      ("-0.5", -0.5),
    ])
  func number(word: String, value: Double) throws {
    #expect(try SampleProgram.parse("a", "--share", word).number("share") == value)
  }

  @Test(
    "a number written otherwise or out of range is refused with the range",
    arguments: [
      "inf", "nan", "0x1p3", "1,5", "20%", "1e400", "", "e", "1.2.3", "1.5", "-0.1",
    ])
  func wrongNumber(word: String) {
    let error = #expect(throws: UsageError.self) {
      try SampleProgram.parse("a", "--share", word).number("share", in: 0...1)
    }
    if !word.isEmpty { #expect(error?.hint == "allowed is a number from 0 to 1") }
  }

  @Test("a choice reads as the case of an enumeration")
  func choice() throws {
    let parsed = try SampleProgram.parse("a", "--format", "json")
    #expect(try parsed.choice("format", as: Format.self) == .json)
  }

  @Test("a path with a NUL is refused")
  func path() throws {
    #expect(try SampleProgram.parse("a", "-o", "x/y z").path("out") == "x/y z")
    #expect(throws: UsageError.self) { try SampleProgram.parse("a", "-o", "x\0y").path("out") }
  }

  @Test("assignments are split at the first equals sign")
  func assignments() throws {
    let parsed = try SampleProgram.parse("a", "--set", "x/y=0.3", "--set", "z=a=b")
    #expect(
      try parsed.assignments("set")
        == [Assignment(name: "x/y", value: "0.3"), Assignment(name: "z", value: "a=b")])
  }

  @Test("half an assignment is refused", arguments: ["x", "=1", "x=", "="])
  func wrongAssignment(word: String) throws {
    let parsed = try SampleProgram.parse("a", "--set", word)
    #expect(
      throws: UsageError(
        "--set: found '\(word)'", hint: "allowed is name=value, without blanks")
    ) {
      try parsed.assignments("set")
    }
  }

  @Test("a name assigned twice is refused")
  func assignedTwice() throws {
    let parsed = try SampleProgram.parse("a", "--set", "x=1", "--set", "x=1")
    #expect(throws: UsageError("--set: 'x' is given more than once", hint: "give it once")) {
      try parsed.assignments("set")
    }
  }
}
