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

  /// Both from a day within the period on, the second by itself from the start.
  @Test("each of several variants has the rows that it has alone")
  func several() throws {
    try folder.put("first.json", "{\"extends\": \"base.json\", \(policing)}")
    try folder.put(
      "second.json",
      "{\"extends\": \"base.json\", \(policing.replacingOnce("01-15", with: "03-10"))}")
    try folder.put(
      "third.json",
      "{\"extends\": \"base.json\", \"organisations\": {\"b\": {\"riskAversion\": 3}}}")
    let names = ["first.json", "second.json", "third.json"]
    func rows(_ variants: [String], _ workers: String) throws -> [String] {
      let ending = try CommandLineProcess(
        ["compare", "base.json"] + variants + ["-n", "6", "-w", workers, "--format", "csv"],
        in: folder.path
      ).ending()
      try #require(ending.status == 0, "\(ending.errors)")
      return ending.outputText.split(separator: "\n").map(String.init)
    }
    let together = try rows(names, "3")
    let alone = try names.flatMap { try rows([$0], "1").dropFirst() }
    #expect(Array(together.dropFirst()) == alone)
  }

  @Test("it is told how long variants are simulated together with the base, unless quiet")
  func remark() throws {
    let variant = try variant(policing.replacingOnce("01-15", with: "03-10"))
    let ending = try compare(variant)
    #expect(
      ending.errors.contains("Simulated together with the base until 2023-03-01: \(variant)"))
    #expect(try compare(variant, "--quiet").errors.isEmpty)
  }

  @Test("--from passes variants that differ from that day on, and changes nothing")
  func from() throws {
    let variant = try variant(policing.replacingOnce("01-15", with: "03-10"))
    let checked = try compare(variant, "--from", "2023-03-10")
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(checked.output == (try compare(variant).output))
  }

  @Test("--from refuses variants that differ before that day, and words that are no date")
  func notFrom() throws {
    let variant = try variant(policing.replacingOnce("01-15", with: "03-10"))
    let refused = try compare(variant, "--from", "2023-03-11")
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("differs from \(base) from 2023-03-10 on"))
    #expect(refused.errors.contains("no difference before 2023-03-11"))
    let wrong = try compare(variant, "--from", "spring")
    #expect(wrong.status == 64 && wrong.errors.contains("'spring' is not a date"))
  }

  @Test("scenarios of different times are not compared")
  func periods() throws {
    let ending = try compare(variant(#""period": {"end": "2023-05-01"}"#))
    #expect(ending.status == 65 && ending.output.isEmpty)
    #expect(ending.errors.contains("/period"))
    #expect(ending.errors.contains("the period of the base: 2023-01-15 to 2023-06-01"))
  }
}
