import Foundation
import Reporting
import ResultFiles
import Testing

/// The description that comes with the tables of a run.
@Suite("The command line: the data package of a run")
struct CommandLineDataPackageTests {
  private let folder: CommandLineFolder
  private let resources: [[String: Any]]

  init() throws {
    folder = try CommandLineFolder()
    let ending = try CommandLineProcess.panj(
      "run", CommandLineRepository.smallScenario, "-n", "4", "--out", folder.path("run"))
    try #require(ending.status == 0)
    let bytes = try #require(folder.bytes("run/datapackage.json"))
    let value = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    resources = try #require(value?["resources"] as? [[String: Any]])
  }

  private func fields(_ resource: [String: Any]) -> [[String: Any]] {
    (resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []
  }

  private func tables() throws -> [(resource: [String: Any], table: CommandLineTable)] {
    try resources.filter { $0["format"] as? String == "csv" }.map { resource in
      let path = try #require(resource["path"] as? String)
      return (resource, try CommandLineTable(#require(folder.text("run/\(path)"))))
    }
  }

  @Test("It describes every file of the run but itself and run.json")
  func completeness() throws {
    let described = resources.compactMap { $0["path"] as? String }.sorted()
    let files = CommandLineRunTests.files.filter { !["datapackage.json", "run.json"].contains($0) }
    #expect(described == files)
  }

  @Test("The header of every table is the fields of its schema")
  func headers() throws {
    for (resource, table) in try tables() {
      #expect(fields(resource).compactMap { $0["name"] as? String } == table.header)
    }
    #expect(try tables().count == 4)
  }

  @Test("Every cell has the type of its field")
  func types() throws {
    for (resource, table) in try tables() {
      for (index, field) in fields(resource).enumerated() {
        let cells = table.rows.map { $0[index] }.filter { !$0.isEmpty }
        switch field["type"] as? String {
        case "integer": #expect(cells.allSatisfy { Int($0) != nil }, "\(field)")
        case "number": #expect(cells.allSatisfy { Double($0)?.isFinite == true }, "\(field)")
        case "string": break
        default: Issue.record("an unexpected type: \(field)")
        }
      }
    }
  }

  @Test("Every field says what it means")
  func descriptions() throws {
    for (resource, _) in try tables() {
      #expect(fields(resource).allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
  }

  @Test("The primary key of every table is unique and its fields exist")
  func primaryKeys() throws {
    for (resource, table) in try tables() {
      let schema = resource["schema"] as? [String: Any]
      let key = try #require(schema?["primaryKey"] as? [String])
      let columns = key.map { table.column($0) }
      #expect(columns.allSatisfy { $0.count == table.rows.count })
      let values = table.rows.indices.map { row in columns.map { $0[row] } }
      #expect(Set(values).count == values.count, "\(key)")
    }
  }

  @Test("Size and hash are those of the file")
  func hashes() throws {
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let bytes = try #require(folder.bytes("run/\(path)"))
      #expect(resource["bytes"] as? Int == bytes.count)
      #expect(resource["hash"] as? String == "sha256:" + SHA256.hexadecimal(bytes))
    }
  }

  @Test("Every column of replications.csv has its row in summary.csv, with the mean of the column")
  func summaryOfReplications() throws {
    let replications = try CommandLineTable(#require(folder.text("run/replications.csv")))
    let summary = try CommandLineTable(#require(folder.text("run/summary.csv")))
    let responses = replications.header.filter {
      !["replication", "events", "status"].contains($0)
    }
    #expect(summary.column("column") == responses)
    for (name, mean) in zip(responses, summary.column("mean")) {
      let values = replications.column(name).compactMap { Double($0) }
      guard !values.isEmpty else {
        #expect(mean.isEmpty, "\(name)")
        continue
      }
      let expected = values.reduce(0, +) / Double(values.count)
      let found = try #require(Double(mean))
      // Sums in another order differ by rounding.
      #expect(abs(found - expected) <= 1e-12 * max(1, abs(expected)), "\(name)")
    }
  }

  @Test("Seizures of all months add up to those of the whole period")
  func months() throws {
    let monthly = try CommandLineTable(#require(folder.text("run/monthly.csv")))
    let summary = try CommandLineTable(#require(folder.text("run/summary.csv")))
    let rows = monthly.rows.map { Dictionary(uniqueKeysWithValues: zip(monthly.header, $0)) }
    for commodity in ["heroin", "opium"] {
      let own = rows.filter { $0["series"] == "seized_kg" && $0["commodity"] == commodity }
      let sum = own.compactMap { Double($0["mean"] ?? "") }.reduce(0, +)
      let row = summary.row { $0["column"] == "seized_kg__\(commodity)" }
      let whole = try #require(Double(row?["mean"] ?? ""))
      #expect(own.count == 5 && abs(sum - whole) < 1e-9 * max(1, whole))
    }
  }
}
