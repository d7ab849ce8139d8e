import CommandLineOptions
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj schema`: the JSON Schema of a file format, for editors and other programs.
enum SchemaCommand: PanjCommand {
  static let definition = Command(
    name: "schema",
    summary: "Print the JSON Schema (2020-12) of a file format.",
    discussion: "The schema is derived from the definition that the reader itself uses.",
    examples: [
      Example("panj schema scenario > scenario.schema.json", "for an editor's completion"),
      Example("panj schema experiment > experiment.schema.json", "of experiment files"),
    ],
    arguments: [Positional("format", "The format: scenario or experiment")])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let format = arguments.requiredArgument("format")
    let schema: JSONNode
    switch format {
    case "scenario": schema = ScenarioDocument.schema()
    case "experiment": schema = ExperimentReader.schema()
    default:
      throw UsageError(
        "'\(format)' is not a format of Panj", hint: "the formats are: scenario, experiment")
    }
    try StandardOutput.output.write(CanonicalJSON.bytes(schema))
    return .success
  }
}
