import Experiments
import Reporting
import ResultFiles
import ScenarioFormat
import TestSupport
import Testing
import TraffickingModel

/// The files of a run, written from a record.
@Suite("The files of a run")
struct RunFolderWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ record: RunRecord, into name: String) throws {
    let output = try OutputFolder(path: folder.path(name))
    try RunFolderWriter.write(record, into: output)
    output.close()
  }

  @Test("Times, workers and command stand in run.json alone")
  func clock() throws {
    var record = try SampleRun.record()
    try write(record, into: "a")
    record.startedAt = "2030-01-01T00:00:00Z"
    record.finishedAt = "2030-01-02T00:00:00Z"
    record.command = ["other"]
    record.plan.workerCount = 5
    try write(record, into: "b")
    for name in try folder.names("a") {
      #expect((folder.text("a/\(name)") == folder.text("b/\(name)")) == (name != "run.json"))
    }
  }

  @Test("scenario.json is the resolved scenario")
  func scenario() throws {
    try write(SampleRun.record(), into: "a")
    let bytes = Array(try #require(folder.text("a/scenario.json")).utf8)
    let document = try ScenarioDocument(JSONReader.read(bytes, file: "scenario.json"))
    #expect(document.scenario == (try SampleRun.document()).scenario)
  }

  @Test("A run without replications defined still summarises every column")
  func undefined() throws {
    let table = String(
      decoding: RunFolderWriter.summaryCSV(of: try SampleRun.record()), as: UTF8.self)
    // Nobody moves tea, so its interdiction rate is defined in no replication.
    let row = table.split(separator: "\n").first { $0.hasPrefix("interdiction_rate__tea,") }
    #expect(row?.hasSuffix(",fraction,0,,,,0.95,,,,,,,") == true, "\(row ?? "none")")
  }

  @Test("The JSON of a response without values says n 0 and nothing else")
  func undefinedInJSON() throws {
    let bytes = RunFolderWriter.summaryJSON(of: try SampleRun.record())
    let responses = try JSONReader.read(bytes, file: "output")["responses"]?.elements ?? []
    let response = try #require(
      responses.first { $0["column"]?.string == "interdiction_rate__tea" })
    #expect(response["n"] == 0 && response["mean"] == nil)
  }
}
