import CommandLineOptions
import Reporting
import ResultFiles
import ScenarioFormat

/// `panj schema`: the JSON Schema of a file format, for editors and other programs.
enum SchemaCommand: PanjCommand {
  static let definition = Command(
    name: "schema",
    summary: "Print the JSON Schema (2020-12) of a file format.",
    discussion: "The schema is derived from the definition that the reader itself uses.",
    examples: [
      Example("panj schema scenario > scenario.schema.json", "for an editor's completion")
    ],
    arguments: [Positional("format", "The format: scenario")])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let format = arguments.requiredArgument("format")
    guard format == "scenario" else {
      throw UsageError("'\(format)' is not a format of Panj", hint: "the formats are: scenario")
    }
    try StandardOutput.output.write(CanonicalJSON.bytes(ScenarioDocument.schema()))
    return .success
  }
}
