import Foundation
import RandomStreams
import Testing

/// A sweep that is ended by force, again and again.
@Suite("The command line: sweeps that are killed")
struct SweepKillTests {
  @Test("50 sweeps killed at random moments and run again come to the same bytes, 50 of 50")
  func kills() throws {
    let sweeps = try SweepFolders(replications: 15)
    let whole = try sweeps.start("whole").ending()
    #expect(whole.status == 0)
    let expected = sweeps.files("whole")
    var (equal, midway) = (0, 0)
    for number in 0..<50 {
      let name = "killed-\(number)"
      let process = try sweeps.start(name, "--workers", "\(1 + number % 3)")
      if number.isMultiple(of: 3) {
        // From before the first file to after the last one.
        Thread.sleep(forTimeInterval: Self.uniform(number) * whole.seconds * 1.1)
      } else {
        // While records are kept, however fast or busy the machine is.
        let length = Double(expected["records.log"]?.count ?? 0)
        sweeps.waitForRecords(name, bytes: Int(Self.uniform(number) * length))
      }
      process.send(SIGKILL)
      let ending = process.ending()
      if ending.isSignalled, sweeps.folder.contains(name + "/records.log") { midway += 1 }
      let again = try sweeps.sweep(name)
      #expect(again.status == 0, "\(again.errors)")
      if sweeps.files(name) == expected { equal += 1 }
    }
    #expect(equal == 50)
    // Half of them at least hit a sweep at work; the others came before or after it.
    #expect(midway >= 25, "\(midway) of 50 sweeps were killed while they ran")
  }

  /// Uniform in 0 to 1, the same in every run of the tests.
  private static func uniform(_ number: Int) -> Double {
    let bits = EntityName.hash("kill/\(number)")
    return Double(bits >> 11) * 0x1p-53
  }

  @Test("killed again and again, a sweep still comes to its end and the same bytes")
  func killedOften() throws {
    let sweeps = try SweepFolders(replications: 40)
    let whole = try sweeps.start("whole").ending()
    for number in 0..<6 {
      let process = try sweeps.start("a")
      Thread.sleep(forTimeInterval: (0.3 + 0.5 * Self.uniform(100 + number)) * whole.seconds / 2)
      process.send(SIGKILL)
      _ = process.ending()
    }
    #expect(try sweeps.sweep("a").status == 0)
    #expect(sweeps.files("a") == sweeps.files("whole"))
  }

  @Test(
    "the shipped experiment survives 50 kills of the optimised program",
    .enabled(
      if: ProcessInfo.processInfo.environment["PANJ_RELEASE"] != nil,
      "PANJ_RELEASE names no optimised panj: the shipped experiment takes it minutes without"))
  func shippedExperiment() throws {
    let program = try #require(ProcessInfo.processInfo.environment["PANJ_RELEASE"])
    let folder = try SweepFolders()
    let experiment = CommandLineRepository.root + "/scenarios/experiments/smoke.json"
    func sweep(_ out: String) throws -> CommandLineProcess {
      try CommandLineProcess(
        ["sweep", experiment, "--out", folder.folder.path(out)], program: program)
    }
    let whole = try sweep("whole").ending()
    #expect(whole.status == 0)
    let expected = folder.files("whole")
    var equal = 0
    for number in 0..<50 {
      let process = try sweep("a\(number)")
      Thread.sleep(forTimeInterval: Self.uniform(200 + number) * whole.seconds)
      process.send(SIGKILL)
      _ = process.ending()
      #expect(try sweep("a\(number)").ending().status == 0)
      if folder.files("a\(number)") == expected { equal += 1 }
    }
    #expect(equal == 50)
  }
}
