import Foundation
import Testing

/// `panj compare`, seen from outside.
@Suite("The command line: comparing")
struct CommandLineCompareTests {
  private let folder: CommandLineFolder
  private let base: String

  init() throws {
    folder = try CommandLineFolder()
    base = try folder.put("base.json", CommandLineRepository.smallScenarioText())
  }

  private func variant(_ patch: String) throws -> String {
    try folder.put("variant.json", "{\"extends\": \"base.json\", \(patch)}")
  }

  private func compare(_ variant: String, _ words: String...) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(["compare", base, variant, "-n", "8"] + words).ending()
  }

  /// Quadruples the police of the small scenario for 1,000 USD.
  private let policing = """
    "policies": {"p": {"name": "More police", "from": "2023-01-15",
      "cost": {"startUpUSD": 1000},
      "changes": {"c": {
        "parameter": "/agencies/*/skill", "where": {"layer": "police"}, "scale": 4}}}}
    """

  @Test("a variant that says nothing new differs nowhere")
  func same() throws {
    let ending = try compare(variant(#""title": "The same""#))
    #expect(ending.status == 0)
    #expect(ending.outputText.contains("no main response differs in any replication"))
  }

  @Test("the table says how many replications, which seed, and what was prevented at what cost")
  func table() throws {
    let ending = try compare(variant(policing), "--seed", "5")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.outputText.contains("8 replications of each, seed 5"))
    #expect(ending.outputText.contains("Prevented: less delivered, on the way or in stock"))
    #expect(ending.outputText.contains("Cost of the policies: 1,000 USD"))
  }

  @Test("the CSV has a row for each response and for what is prevented, with the cost")
  func csv() throws {
    let ending = try compare(variant(policing), "--format", "csv")
    let table = try CommandLineTable(ending.outputText)
    let columns = table.column("column")
    #expect(columns.contains("seized_kg__heroin") && columns.contains("prevented_kg__heroin"))
    #expect(Set(table.column("extra_cost_usd")) == ["1000"])
    #expect(Set(table.column("seed")) == ["s1"])
    #expect(!table.column("n").contains(""))
  }

  @Test("scenarios of different times are not compared")
  func periods() throws {
    let ending = try compare(variant(#""period": {"end": "2023-05-01"}"#))
    #expect(ending.status == 65 && ending.output.isEmpty)
    #expect(ending.errors.contains("/period"))
    #expect(ending.errors.contains("the period of the base: 2023-01-15 to 2023-06-01"))
  }
}
