import Foundation
import ScenarioFormat
import Testing

/// The JSON Schema and the data package, judged by programs of other people.
///
/// They need Python with a package that may not be there: then the tests are skipped and say so.
@Suite("Shipped formats, judged by others")
struct ShippedSchemaTests {
  /// Whether Python can import a module.
  private static func hasModule(_ name: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import \(name)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let hasSchemaValidator = hasModule("jsonschema")
  static let hasPackageValidator = hasModule("frictionless")
  static let skipSchema: Comment = "SKIPPED: python3 has no module jsonschema"
  static let skipPackage: Comment = "SKIPPED: python3 has no module frictionless"

  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  private func python(_ script: String, _ words: String...) throws
    -> CommandLineProcess.Ending
  {
    try CommandLineProcess(
      ["python3", "-W", "ignore", "-c", script] + words, program: "/usr/bin/env", limit: 120
    ).ending()
  }

  /// Writes what `panj schema scenario` prints into a file and gives its path.
  private func schema() throws -> String {
    let ending = try CommandLineProcess.panj("schema", "scenario")
    try #require(ending.status == 0)
    return try folder.put("schema.json", bytes: ending.output)
  }

  private static let judge = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
        errors = list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))
        for error in errors[:5]: print(list(error.absolute_path), error.message[:300])
        if errors: sys.exit(1)
    """

  @Test(
    "The schema is one, and every resolved base among the shipped scenarios obeys it",
    .enabled(if: hasSchemaValidator, skipSchema))
  func scenariosObeySchema() throws {
    var paths = [CommandLineRepository.smallScenario]
    for shipped in ShippedScenario.bases {
      paths.append(
        try folder.put(
          "resolved-" + shipped.testDescription,
          bytes: CanonicalJSON.bytes(shipped.document.resolved)))
    }
    #expect(paths.count >= 3)
    let words = [try schema()] + paths
    let ending = try CommandLineProcess(
      ["python3", "-W", "ignore", "-c", Self.judge] + words, program: "/usr/bin/env", limit: 120
    ).ending()
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test(
    "The schema refuses what the reader refuses: a wrong key, value, choice and date",
    .enabled(if: hasSchemaValidator, skipSchema),
    arguments: [
      ("\"concealment\": 0.5", "\"concealmant\": 0.5"),
      ("{\"tjk-police\": 0.05}", "{\"tjk-police\": 1.2}"),
      ("\"layer\": \"borderGuard\"", "\"layer\": \"borderguard\""),
      ("\"end\": \"2023-06-01\"", "\"end\": \"1.6.2023\""),
      ("\"crossingDays\": 0.5", "\"crossingDays\": \"0.5\""),
      ("\"crossingDays\": 0.5,", ""),
      ("\"routing\": \"recursiveLogit\",", ""),
    ])
  func schemaRefuses(passage: String, replacement: String) throws {
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce(passage, with: replacement)
    #expect(!WrongScenario.problems(of: text).isEmpty)
    let ending = try python(
      Self.judge, try schema(), try folder.put("wrong.json", text))
    #expect(ending.status == 1 && !ending.outputText.isEmpty, "\(ending.text)")
  }

  @Test("The schema names its dialect and is the same every time")
  func schemaText() throws {
    let one = try CommandLineProcess.panj("schema", "scenario")
    let other = try CommandLineProcess.panj("schema", "scenario")
    #expect(one.output == other.output && one.errors.isEmpty)
    #expect(one.outputText.contains("https://json-schema.org/draft/2020-12/schema"))
  }

  @Test(
    "A run folder is a valid data package", .enabled(if: hasPackageValidator, skipPackage))
  func dataPackage() throws {
    let out = folder.path("run")
    let run = try CommandLineProcess.panj(
      "run", CommandLineRepository.smallScenario, "-n", "5", "--out", out)
    try #require(run.status == 0)
    let script = """
      import sys
      from frictionless import Package
      report = Package(sys.argv[1]).validate()
      for error in report.flatten(["title", "message"])[:10]: print(error)
      sys.exit(0 if report.valid else 1)
      """
    let ending = try python(script, "\(out)/datapackage.json")
    #expect(ending.status == 0, "\(ending.text)")
  }
}
