import CommandLineOptions
import Testing

@Suite("Commands of a program")
struct ProgramTests {
  private func parse(_ words: String...) throws(UsageError) -> Invocation {
    try SampleProgram.program.parse(words, suggest: SampleProgram.suggest)
  }

  @Test(
    "no words, help and its options ask for the program's help",
    arguments: [
      [], ["help"], ["-h"], ["--help"], ["help", "--help"],
    ])
  func help(words: [String]) throws {
    let invocation = try SampleProgram.program.parse(words, suggest: { _, _ in nil })
    guard case .help(nil) = invocation else {
      Issue.record("\(invocation)")
      return
    }
  }

  @Test(
    "help and a command, in either way, ask for the command's help",
    arguments: [
      ["help", "run"], ["run", "--help"], ["run", "a", "--nonsense", "-h"],
    ])
  func commandHelp(words: [String]) throws {
    let invocation = try SampleProgram.program.parse(words, suggest: { _, _ in nil })
    guard case .help(let command?) = invocation, command.name == "run" else {
      Issue.record("\(invocation)")
      return
    }
  }

  @Test("--version asks for the version")
  func version() throws {
    guard case .version = try parse("--version") else {
      Issue.record("another invocation")
      return
    }
  }

  @Test("a command gets the words after its name")
  func command() throws {
    guard case .command(let command, let arguments) = try parse("run", "a", "-q") else {
      Issue.record("another invocation")
      return
    }
    #expect(command.name == "run")
    #expect(arguments.requiredArgument("scenario") == "a" && arguments.isGiven("quiet"))
  }

  @Test("an unknown command is refused with the nearest, or with all")
  func unknown() {
    #expect(throws: UsageError("there is no command 'rum'", hint: "did you mean 'run'?")) {
      try parse("rum")
    }
    #expect(
      throws: UsageError(
        "there is no command 'xyz'",
        hint: "the commands are run, check; see 'flow --help'")
    ) { try parse("xyz") }
  }

  @Test("an option before the command is refused with the right order")
  func optionFirst() {
    let error = #expect(throws: UsageError.self) { try parse("--quiet", "run") }
    #expect(error?.hint?.contains("options come after the command") == true)
  }

  @Test("every error has a hint")
  func hint() {
    let error = #expect(throws: UsageError.self) { try parse("run", "a", "--zzz") }
    #expect(error?.hint == "see 'flow run --help'")
  }
}
