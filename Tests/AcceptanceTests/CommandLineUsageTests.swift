import Testing

@Suite("The command line: usage")
struct CommandLineUsageTests {
  /// Words that cannot be understood, and a part of what is said of them.
  struct Slip: Sendable, CustomTestStringConvertible {
    let words: [String]
    let said: String

    init(_ words: String, _ said: String) {
      self.words = words.split(separator: " ").map(String.init)
      self.said = said
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test("A slip in the command line ends with 64 and says what was meant", arguments: slips)
  func slip(_ slip: Slip) throws {
    let ending = try CommandLineProcess(slip.words).ending()
    #expect(ending.status == 64 && !ending.isSignalled)
    #expect(ending.errors.contains(slip.said), "\(ending.errors)")
    #expect(ending.output.isEmpty)
  }

  static let scenario = CommandLineRepository.smallScenario

  static let slips = [
    Slip("rnu \(scenario)", "did you mean 'run'?"),
    Slip("simulate \(scenario)", "the commands are run, "),
    Slip("run \(scenario) --replicatoins 5", "did you mean --replications?"),
    Slip("run", "missing argument <scenario>"),
    Slip("run \(scenario) other.json", "unexpected argument 'other.json'"),
    Slip("run \(scenario) --replications 0", "--replications"),
    Slip("run \(scenario) --replications 1e3", "--replications"),
    Slip("run \(scenario) --replications 1000001", "from 1 to 1000000"),
    Slip("run \(scenario) --workers 0", "--workers"),
    Slip("run \(scenario) --seed -1", "--seed"),
    Slip("run \(scenario) --seed 18446744073709551616", "--seed"),
    Slip("run \(scenario) --seed", "--seed needs a value"),
    Slip("run \(scenario) --format tabel", "did you mean table?"),
    Slip("run \(scenario) --replace", "--replace goes with --out"),
    Slip("run \(scenario) --cap 5", "--cap goes with --precision"),
    Slip(
      "run \(scenario) --replications 5 --precision delivered_kg__heroin=5", "exclude each other"),
    Slip("run \(scenario) --precision delivered_kg__heroin", "--precision"),
    Slip("run \(scenario) --precision delivered_kg__heroin=0", "0.01 to 100"),
    Slip("run \(scenario) --precision delivered_kg__heroin=nan", "0.01 to 100"),
    Slip("run \(scenario) --precision delivered_kg__heorin=5", "did you mean"),
    Slip("run \(scenario) --precision nonsense=5", "columns of replications.csv"),
    Slip("run \(scenario) --out=", "--out was given an empty value"),
    Slip("run -q", "missing argument <scenario>"),
    Slip("validate", "missing argument <file>"),
    Slip("describe \(scenario) --parametres", "did you mean --parameters?"),
    Slip("schema", "missing argument <format>"),
    Slip("schema scenarios", "the formats are: scenario"),
    Slip("completion tcsh", "the shells are: bash, zsh, fish"),
    Slip("--precision", "options come after the command"),
  ]

  @Test(
    "Without words, with help and with --help the program's help comes",
    arguments: ["", "help", "--help", "-h"])
  func programHelp(_ word: String) throws {
    let ending = try CommandLineProcess(word.isEmpty ? [] : [word]).ending()
    #expect(ending.status == 0 && ending.errors.isEmpty)
    for command in [
      "run", "compare", "sweep", "validate", "describe", "replay", "schema", "completion",
    ] {
      #expect(ending.outputText.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test("The program's help lists every exit code")
  func exitCodes() throws {
    let help = try CommandLineProcess.panj("--help").outputText
    for code in [0, 1, 64, 65, 70, 74, 75, 130, 143] {
      #expect(help.contains(" \(code) "), "\(code)")
    }
  }

  @Test(
    "Each command's help has examples that begin with its name",
    arguments: [
      "run", "compare", "sweep", "validate", "describe", "replay", "schema", "completion",
    ])
  func commandHelp(_ command: String) throws {
    let ending = try CommandLineProcess.panj(command, "--help")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    #expect(ending.outputText.lowercased().contains("examples"))
    #expect(ending.outputText.contains("panj \(command) "))
  }

  @Test("help COMMAND is COMMAND --help")
  func helpOfCommand() throws {
    let one = try CommandLineProcess.panj("help", "run")
    let other = try CommandLineProcess.panj("run", "--help")
    #expect(one.output == other.output)
  }

  @Test("--version says name and number")
  func version() throws {
    let ending = try CommandLineProcess.panj("--version")
    #expect(ending.status == 0)
    #expect(ending.outputText.contains(/^panj \d+\.\d+\.\d+\n$/))
  }

  @Test("Help fits into 80 columns when nothing says how wide the output is")
  func width() throws {
    let help = try CommandLineProcess(
      ["run", "--help"], environment: ["COLUMNS": ""]
    ).ending().outputText
    let long = help.split(separator: "\n").filter { $0.count > 80 && !$0.contains("panj run") }
    #expect(long == [])
  }

  @Test(
    "The completion script of bash knows every option of run",
    arguments: ["--replications", "--precision", "--out", "--format"])
  func completion(_ option: String) throws {
    let ending = try CommandLineProcess.panj("completion", "bash")
    #expect(ending.status == 0)
    #expect(ending.outputText.contains(option))
  }

  @Test("A reader that goes away is no error: panj describe | head")
  func closedPipe() throws {
    let panj = CommandLineProcess.panj
    let script = "set -o pipefail; \(panj) describe \(Self.scenario) --parameters | true"
    let ending = try CommandLineProcess(["-c", script], program: "/bin/bash").ending()
    #expect(ending.status == 0 && ending.errors.isEmpty)
  }
}
