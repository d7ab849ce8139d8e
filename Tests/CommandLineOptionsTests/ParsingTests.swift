import CommandLineOptions
import Testing

@Suite("Words of a command line")
struct ParsingTests {
  @Test("a value may follow its option or be attached with an equals sign")
  func values() throws {
    #expect(try SampleProgram.parse("a", "--out", "x").text("out") == "x")
    #expect(try SampleProgram.parse("a", "--out=x").text("out") == "x")
    #expect(try SampleProgram.parse("a", "-o", "x").text("out") == "x")
  }

  @Test("only the first equals sign separates a value")
  func equalsInValue() throws {
    #expect(try SampleProgram.parse("a", "--set=b=c=d").texts("set") == ["b=c=d"])
  }

  @Test("options and arguments come in any order")
  func order() throws {
    let parsed = try SampleProgram.parse("-q", "a", "--out", "x", "b", "c")
    #expect(parsed.argument("scenario") == "a")
    #expect(parsed.arguments("more") == ["b", "c"])
    #expect(parsed.isGiven("quiet") && !parsed.isGiven("verbose"))
  }

  @Test("two dashes end the options")
  func terminator() throws {
    let parsed = try SampleProgram.parse("--quiet", "--", "--out", "-q", "--")
    #expect(parsed.argument("scenario") == "--out")
    #expect(parsed.arguments("more") == ["-q", "--"])
    #expect(parsed.text("out") == nil)
  }

  @Test("a lone dash is an argument")
  func loneDash() throws {
    #expect(try SampleProgram.parse("-").argument("scenario") == "-")
    #expect(try SampleProgram.parse("a", "--out", "-").text("out") == "-")
  }

  @Test("a negative number may be a value")
  func negativeValue() throws {
    #expect(try SampleProgram.parse("a", "--share", "-0.5").number("share") == -0.5)
  }

  @Test(
    "help is asked for anywhere before the two dashes, whatever else is wrong",
    arguments: [
      ["-h"], ["--help"], ["a", "--unknown", "--help"], ["--out", "-h"],
      ["a", "b", "--seed", "-h"],
    ])
  func help(words: [String]) throws {
    let parsed = try SampleProgram.run.parse(words, suggest: { _, _ in nil })
    #expect(parsed.isHelpRequested)
  }

  @Test("after the two dashes --help is an argument")
  func noHelp() throws {
    let parsed = try SampleProgram.parse("--", "--help")
    #expect(!parsed.isHelpRequested && parsed.argument("scenario") == "--help")
  }

  @Test("an unknown option is refused with the nearest name")
  func unknownOption() {
    let expected = UsageError("unknown option --replicatons", hint: "did you mean --replications?")
    #expect(throws: expected) { try SampleProgram.parse("a", "--replicatons", "5") }
    #expect(throws: expected) { try SampleProgram.parse("a", "--replicatons=5") }
    #expect(throws: UsageError("unknown option --zzz")) { try SampleProgram.parse("a", "--zzz") }
  }

  @Test("an abbreviated option is refused rather than guessed")
  func abbreviation() {
    #expect(throws: UsageError.self) { try SampleProgram.parse("a", "--rep", "5") }
  }

  @Test(
    "a missing value is refused, also when the next word is an option",
    arguments: [
      ["a", "--out"], ["a", "--out", "--quiet"], ["a", "--out", "-q"], ["a", "--out", "--", "x"],
      ["a", "-o"],
    ])
  func missingValue(words: [String]) {
    let error = #expect(throws: UsageError.self) {
      try SampleProgram.run.parse(words, suggest: { _, _ in nil })
    }
    #expect(error?.message.hasPrefix("--out needs a value") == true)
    #expect(error?.hint?.contains("--out <folder>") == true)
  }

  @Test(
    "an empty value is refused",
    arguments: [
      ["a", "--out", ""], ["a", "--out="], [""],
    ])
  func emptyValue(words: [String]) {
    let error = #expect(throws: UsageError.self) {
      try SampleProgram.run.parse(words, suggest: { _, _ in nil })
    }
    #expect(error?.message.contains("empty value") == true)
  }

  @Test("a flag takes no value")
  func flagWithValue() {
    #expect(throws: UsageError("--quiet takes no value, but was given 'yes'")) {
      try SampleProgram.parse("a", "--quiet=yes")
    }
  }

  @Test(
    "an option given twice is refused in whichever form",
    arguments: [
      ["a", "-o", "x", "--out", "x"], ["a", "--out=x", "--out=y"], ["a", "--quiet", "-q"],
    ])
  func twice(words: [String]) {
    let error = #expect(throws: UsageError.self) {
      try SampleProgram.run.parse(words, suggest: { _, _ in nil })
    }
    #expect(error?.message.hasSuffix("is given more than once") == true)
  }

  @Test("a repeatable option keeps all its values in order")
  func repeatable() throws {
    let parsed = try SampleProgram.parse("a", "--set", "b=1", "-q", "--set=a=2")
    #expect(parsed.texts("set") == ["b=1", "a=2"])
  }

  @Test("short options run together are refused with the way to write them")
  func runTogether() {
    #expect(throws: UsageError("short options are not run together", hint: "write -q -v")) {
      try SampleProgram.parse("a", "-qv")
    }
    let hint = "write -n 5"
    #expect(throws: UsageError("the value of -n is a word of its own", hint: hint)) {
      try SampleProgram.parse("a", "-n5")
    }
    #expect(throws: UsageError("the value of -n is a word of its own", hint: hint)) {
      try SampleProgram.parse("a", "-n=5")
    }
  }

  @Test("a long option with one dash is refused with the way to write it")
  func oneDash() {
    #expect(
      throws: UsageError("unknown option -seed", hint: "a long option has two dashes: --seed")
    ) {
      try SampleProgram.parse("a", "-seed", "5")
    }
  }

  @Test("a negative number as an argument is refused with the way to write it")
  func negativeArgument() {
    let hint = "to pass -5 as an argument, put -- in front of it"
    #expect(throws: UsageError("unknown option -5", hint: hint)) { try SampleProgram.parse("-5") }
  }

  @Test("a word that is not among the choices is refused with those allowed")
  func choice() {
    #expect(
      throws: UsageError(
        "--format: found 'csw'", hint: "did you mean csv? allowed are csv, json")
    ) {
      try SampleProgram.parse("a", "--format", "csw")
    }
  }

  @Test("a missing argument is named")
  func missingArgument() {
    #expect(
      throws: UsageError("missing argument <scenario>", hint: "<scenario>: the scenario file")
    ) {
      try SampleProgram.parse("--quiet")
    }
  }

  @Test("an argument too many is named")
  func tooMany() {
    #expect(
      throws: UsageError("unexpected argument 'b'", hint: "check takes only <scenario>")
    ) {
      try SampleProgram.check.parse(["a", "b"], suggest: { _, _ in nil })
    }
  }

  @Test("an error reads as its message and its hint")
  func description() {
    #expect(UsageError("wrong", hint: "do this").description == "wrong\n  hint: do this")
    #expect(UsageError("wrong").description == "wrong")
    #expect(UsageError.exitCode == 64)
  }

  @Test("no line of up to three awkward words stops the parser by a trap")
  func robustness() {
    let words = [
      "", "-", "--", "---", "--=", "-=", "--out", "--out=", "-o", "-qq", "--quiet=", "-é", "--é=1",
      "a", "=", "-1", "\u{0}", "-h=", "--set", "a=b",
    ]
    for first in words {
      for second in words {
        for third in words {
          _ = try? SampleProgram.parse(first, second, third)
        }
      }
    }
  }
}
