import Foundation
import Testing

/// What is not a scenario at all must be refused, quickly and in words.
@Suite("The command line: input that is no scenario")
struct CommandLineInputTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  private func expectRefusal(
    of path: String, saying said: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let out = folder.path("run")
    let ending = try CommandLineProcess.panj("run", path, "--out", out)
    #expect(ending.status == 65 && !ending.isSignalled, sourceLocation: sourceLocation)
    #expect(
      ending.errors.contains(said), "\(ending.errors.prefix(2000))", sourceLocation: sourceLocation)
    #expect(ending.errors.contains("1 problem found"), sourceLocation: sourceLocation)
    #expect(ending.output.isEmpty, sourceLocation: sourceLocation)
    #expect(ending.seconds < 10, sourceLocation: sourceLocation)
    #expect(!folder.contains("run"), sourceLocation: sourceLocation)
  }

  @Test("A folder")
  func folderItself() throws {
    try expectRefusal(of: folder.path, saying: "is a folder")
  }

  @Test("An empty file")
  func emptyFile() throws {
    try expectRefusal(of: folder.put("empty.json"), saying: "is empty")
  }

  @Test("A file of white space")
  func blankFile() throws {
    try expectRefusal(of: folder.put("blank.json", " \n\t\n"), saying: "white space")
  }

  @Test("A file of 200 MB, without reading it")
  func enormousFile() throws {
    let path = try folder.put("enormous.json")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 200_000_000)
    try handle.close()
    try expectRefusal(of: path, saying: "found 200000000 bytes")
  }

  @Test("Arrays inside each other, 10,000 deep")
  func deepNesting() throws {
    let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try expectRefusal(of: folder.put("deep.json", text), saying: "inside each other")
  }

  @Test("Objects inside each other, 10,000 deep")
  func deepObjects() throws {
    let text =
      String(repeating: #"{"note":"#, count: 10_000) + "1" + String(repeating: "}", count: 10_000)
    try expectRefusal(of: folder.put("deep.json", text), saying: "inside each other")
  }

  @Test("Bytes that are not UTF-8")
  func invalidText() throws {
    let bytes = Array(#"{"title": ""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    try expectRefusal(
      of: folder.put("latin.json", bytes: bytes), saying: "the byte 0xC3, which is not UTF-8")
  }

  @Test("UTF-16")
  func otherEncoding() throws {
    try expectRefusal(
      of: folder.put("wide.json", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]), saying: "UTF-16")
  }

  @Test("A file that is not there")
  func missingFile() throws {
    try expectRefusal(of: folder.path("missing.json"), saying: "found no file")
  }

  @Test("A file in a folder that is not there")
  func missingFolder() throws {
    try expectRefusal(of: folder.path("no/missing.json"), saying: "there is no folder")
  }

  @Test("A pipe, without waiting for somebody to write into it")
  func pipe() throws {
    let path = folder.path("pipe")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    try expectRefusal(of: path, saying: "is a pipe")
  }

  @Test("A device that never ends")
  func device() throws {
    try expectRefusal(of: "/dev/zero", saying: "is a device")
  }

  @Test("A program instead of a scenario")
  func binary() throws {
    let path = folder.path("program")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: "/bin/true")
    try expectRefusal(of: path, saying: "0x7F")
  }

  @Test("A file that was cut short")
  func truncatedFile() throws {
    let text = try CommandLineRepository.smallScenarioText()
    try expectRefusal(
      of: folder.put("half.json", String(text.prefix(text.count / 2))),
      saying: "the end of the file")
  }

  @Test("One value that is no object")
  func scalar() throws {
    try expectRefusal(of: folder.put("number.json", "42\n"), saying: "found 42")
  }

  @Test("A scenario that is empty lists every key that it needs, once")
  func emptyObject() throws {
    let ending = try CommandLineProcess.panj(
      "validate", folder.put("nothing.json", "{}\n"))
    #expect(ending.status == 65)
    #expect(ending.errors.contains("13 problems found"), "\(ending.errors)")
    #expect(ending.errors.components(separatedBy: "found no key \"places\"").count == 2)
  }

  @Test("validate looks at every file and says which is which")
  func severalFiles() throws {
    let wrong = try folder.put("wrong.json", "[]\n")
    let ending = try CommandLineProcess.panj(
      "validate", wrong, CommandLineRepository.smallScenario)
    #expect(ending.status == 65)
    #expect(ending.outputText == "\(CommandLineRepository.smallScenario): valid\n")
    #expect(ending.errors.contains("\(wrong):1:1: (the whole document)"))
  }
}
