import CommandLineOptions
import Testing

@Suite("Shell completion")
struct CompletionScriptTests {
  @Test(
    "every command and every option is in every script", arguments: CompletionScript.Shell.allCases)
  func complete(shell: CompletionScript.Shell) {
    let script = CompletionScript.text(of: SampleProgram.program, for: shell)
    for command in SampleProgram.program.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        let name = shell == .fish ? "-l \(option.name)" : "--\(option.name)"
        #expect(script.contains(name))
      }
    }
  }

  @Test("the words of a choice are offered", arguments: CompletionScript.Shell.allCases)
  func choice(shell: CompletionScript.Shell) {
    #expect(CompletionScript.text(of: SampleProgram.program, for: shell).contains("csv json"))
  }

  @Test("a quote in a summary does not end the quotes of the script")
  func quote() {
    let command = Command(
      name: "go", summary: "follow the agency's plan", options: [Option("all", "it's all")])
    let program = Program(name: "flow", summary: "a sample", commands: [command])
    for shell in CompletionScript.Shell.allCases {
      let script = CompletionScript.text(of: program, for: shell)
      #expect(script.count { $0 == "'" }.isMultiple(of: 2))
    }
  }
}
