import CommandLineOptions
import Testing

@Suite("Help texts")
struct HelpTextTests {
  @Test("the help of a command explains its arguments, options, examples and exit codes")
  func command() {
    let expected = """
      flow run: simulate a scenario and write its results

      Usage:
        flow run <scenario> [<more>...] [<options>]

      Simulates the scenario as often as asked and writes one row for each replication
      into the folder. The same seed gives the same bytes on every machine.

      A second paragraph.

      Arguments:
        <scenario>   the scenario file
        [<more>...]  further scenarios

      Options:
        -n, --replications <count>  how many replications (default: 1,000)
            --seed <number>         the seed of the random streams (default: 1)
        -o, --out <folder>          where results go
            --share <fraction>      a share
            --set <lever=value>     sets a lever; may be repeated
            --format csv|json       the format of the results
        -q, --quiet                 shows no progress
        -v, --verbose               says more
        -h, --help                  show this help

      Examples:
        flow run baseline.json --out base
            Simulates the baseline into the folder base.

      Exit codes:
         0  success
        64  a wrong command line

      """
    #expect(HelpText.text(of: SampleProgram.run, in: SampleProgram.program) == expected)
  }

  @Test("the help of a program lists its commands and wraps what is too long")
  func program() {
    let expected = """
      flow: a sample

      Usage:
        flow <command> [<arguments>] [<options>]

      What it is for.

      Commands:
        run    simulate a scenario and write its results
        check  read a scenario and say what is wrong with it

      Options:
        -h, --help     show this help, or that of the command it
                       follows
            --version  show the version

      Exit codes:
         0  success
        64  a wrong command line

      """
    #expect(HelpText.text(of: SampleProgram.program, width: 60) == expected)
  }

  @Test("a long option gets a line of its own rather than pushing the others")
  func longOption() {
    let command = Command(
      name: "go", summary: "go",
      options: [
        Option("an-option-whose-name-is-long", value: .text("a-long-name"), "says little"),
        Option("short", "says more"),
      ])
    let text = HelpText.text(of: command, in: SampleProgram.program)
    let lines = text.split(separator: "\n")
    #expect(lines.contains("      --an-option-whose-name-is-long <a-long-name>"))
    #expect(lines.contains("               says little"))
    #expect(lines.contains("      --short  says more"))
  }

  @Test("no line is wider than asked", arguments: [40, 50, 60, 72, 80, 100, 120])
  func width(width: Int) {
    let texts = [
      HelpText.text(of: SampleProgram.run, in: SampleProgram.program, width: width),
      HelpText.text(of: SampleProgram.program, width: width),
    ]
    for text in texts {
      for line in text.split(separator: "\n") where !line.contains("baseline.json") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }
}
