import Foundation
import ScenarioFormat
import Testing

/// The JSON Schema and the data package, judged by programs of other people.
///
/// They need Python with a package that may not be there: then the tests are skipped and say so.
@Suite("Shipped formats, judged by others")
struct ShippedSchemaTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  /// Writes what `panj schema` prints of a format into a file and gives its path.
  private func schema(_ format: String = "scenario") throws -> String {
    let ending = try CommandLineProcess.panj("schema", format)
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
    .enabled(if: PythonModules.hasSchemaValidator, PythonModules.skip("jsonschema")))
  func scenariosObeySchema() throws {
    var paths = [CommandLineRepository.smallScenario]
    for shipped in ShippedScenario.bases {
      paths.append(
        try folder.put(
          "resolved-" + shipped.testDescription,
          bytes: CanonicalJSON.bytes(shipped.document.resolved)))
    }
    #expect(paths.count >= 3)
    let ending = try PythonModules.run(Self.judge, [try schema()] + paths)
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test(
    "The schema refuses what the reader refuses: a wrong key, value, choice and date",
    .enabled(if: PythonModules.hasSchemaValidator, PythonModules.skip("jsonschema")),
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
    let ending = try PythonModules.run(
      Self.judge, [try schema(), try folder.put("wrong.json", text)])
    #expect(ending.status == 1 && !ending.outputText.isEmpty, "\(ending.text)")
  }

  @Test(
    "Every shipped experiment obeys the schema of experiments, which is one",
    .enabled(if: PythonModules.hasSchemaValidator, PythonModules.skip("jsonschema")))
  func experimentsObeySchema() throws {
    #expect(!CommandLineRepository.shippedExperiments.isEmpty)
    let ending = try PythonModules.run(
      Self.judge, [try schema("experiment")] + CommandLineRepository.shippedExperiments)
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test(
    "The schema of experiments refuses a wrong key, value, choice and date",
    .enabled(if: PythonModules.hasSchemaValidator, PythonModules.skip("jsonschema")),
    arguments: [
      ("\"parameter\":", "\"parametre\":"), ("\"replications\": 3", "\"replications\": 0"),
      ("\"operation\": \"scale\"", "\"operation\": \"times\""),
      ("\"from\": \"2023-03-01\"", "\"from\": \"March\""), ("\"grid\": {}", "\"gird\": {}"),
    ])
  func experimentSchemaRefuses(passage: String, replacement: String) throws {
    let text = """
      {"format": "panj-experiment/1", "title": "A", "description": "B",
       "scenarios": {"base": "small.json"},
       "factors": {"f": {"parameter": "/agencies/*/skill", "levels": [1, 2], "operation": "scale"}},
       "design": {"grid": {}}, "replications": 3,
       "responses": {"r": {"series": "seized_kg", "commodity": "heroin", "from": "2023-03-01"}}}
      """
    let sound = try PythonModules.run(
      Self.judge, [try schema("experiment"), try folder.put("sound.json", text)])
    #expect(sound.status == 0, "\(sound.text)")
    let wrong = try text.replacingOnce(passage, with: replacement)
    let ending = try PythonModules.run(
      Self.judge, [try schema("experiment"), try folder.put("wrong.json", wrong)])
    #expect(ending.status == 1 && !ending.outputText.isEmpty, "\(ending.text)")
  }

  @Test("There is no schema of other formats, and it is said which there are")
  func otherFormats() throws {
    let ending = try CommandLineProcess.panj("schema", "run")
    #expect(ending.status == 64 && ending.errors.contains("scenario, experiment"))
  }

  @Test("The schema names its dialect and is the same every time")
  func schemaText() throws {
    let one = try CommandLineProcess.panj("schema", "scenario")
    let other = try CommandLineProcess.panj("schema", "scenario")
    #expect(one.output == other.output && one.errors.isEmpty)
    #expect(one.outputText.contains("https://json-schema.org/draft/2020-12/schema"))
  }

  @Test(
    "A run folder is a valid data package",
    .enabled(if: PythonModules.hasPackageValidator, PythonModules.skip("frictionless")))
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
    let ending = try PythonModules.run(script, ["\(out)/datapackage.json"])
    #expect(ending.status == 0, "\(ending.text)")
  }
}
