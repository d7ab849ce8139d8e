import Foundation
import ResultFiles
import TestSupport
import Testing

@Suite("The folder of a run")
struct OutputFolderTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func open(_ name: String = "run", replace: Bool = false) throws(OutputError)
    -> OutputFolder
  {
    try OutputFolder(path: temporary.path(name), replace: replace)
  }

  @Test("a new folder is made with the folders above it, and files appear in it")
  func new() throws {
    let folder = try open("a/b/c")
    #expect(folder.foundContent == .nothing)
    try folder.write(name: "x.csv", text: "a\n1\n")
    try folder.write(name: "run.json", text: "{}\n")
    folder.close()
    #expect(try temporary.names("a/b/c") == ["run.json", "x.csv"])
    #expect(temporary.text("a/b/c/x.csv") == "a\n1\n")
  }

  @Test("a file of many megabytes arrives whole")
  func large() throws {
    let folder = try open()
    let bytes = [UInt8](repeating: 7, count: 5_000_000)
    try folder.write(name: "x.bin", bytes: bytes)
    #expect(FileManager.default.contents(atPath: temporary.path("run/x.bin")) == Data(bytes))
  }

  @Test("an empty file is a file")
  func empty() throws {
    let folder = try open()
    try folder.write(name: "x", bytes: [])
    #expect(temporary.text("run/x") == "")
  }

  @Test("a file is replaced by the next of its name")
  func overwrite() throws {
    let folder = try open()
    try folder.write(name: "x", text: "long text")
    try folder.write(name: "x", text: "new")
    #expect(temporary.text("run/x") == "new")
  }

  @Test("a name may lead into a folder inside")
  func nested() throws {
    let folder = try open()
    try folder.write(name: "figures/maps/flow.svg", text: "<svg/>")
    try folder.write(name: "figures/other.svg", text: "<svg/>")
    #expect(temporary.text("run/figures/maps/flow.svg") == "<svg/>")
    #expect(try temporary.names("run/figures") == ["maps", "other.svg"])
  }

  @Test(
    "a name that leads out or is hidden is refused",
    arguments: [
      "", "/etc/x", "../x", "a/../x", "a//b", "a/", ".lock", ".hidden", "a/.b", "x\0y", ".", "..",
    ])
  func unusableName(name: String) throws {
    let folder = try open()
    let error = #expect(throws: OutputError.self) { try folder.write(name: name, text: "x") }
    #expect(error?.cause == .unusableName)
    #expect(throws: OutputError.self) { try folder.remove(name: name) }
    #expect(try temporary.names() == ["run"])
  }

  @Test("files already there are listed and can be removed")
  func listing() throws {
    try temporary.put("run/run.json")
    try temporary.put("run/old.csv")
    let folder = try open(replace: true)
    #expect(try folder.fileNames() == ["old.csv", "run.json"])
    try folder.remove(name: "old.csv")
    try folder.remove(name: "never-there.csv")
    #expect(try folder.fileNames() == ["run.json"])
  }

  @Test("two threads may write at the same time")
  func threads() async throws {
    let folder = try open()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask { try folder.write(name: "\(number)", text: "\(number)") }
      }
      try await group.waitForAll()
    }
    for number in 0..<20 { #expect(temporary.text("run/\(number)") == "\(number)") }
  }
}

@Suite("Which folders a run may write into")
struct OutputFolderOpeningTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func open(_ name: String = "run", replace: Bool = false) throws(OutputError)
    -> OutputFolder
  {
    try OutputFolder(path: temporary.path(name), replace: replace)
  }

  @Test("a second opening of the same folder is refused until the first is closed")
  func inUse() throws {
    let first = try open()
    for replace in [false, true] {
      let error = #expect(throws: OutputError.self) { try open(replace: replace) }
      #expect(error?.cause == .folderInUse && error?.exitStatus == .folderInUse)
    }
    try first.write(name: "run.json", text: "{}")
    first.close()
    _ = try open(replace: true)
  }

  @Test("being refused does not take the lock away from who holds it")
  func stillLocked() throws {
    let first = try open()
    for _ in 0..<3 { #expect(throws: OutputError.self) { try open() } }
    try first.write(name: "x", text: "x")
    #expect(try temporary.names("run") == [".lock", "x"])
  }

  @Test("letting go of the folder without closing it unlocks it")
  func letGo() throws {
    do { _ = try open() }
    #expect(try temporary.names("run") == [])
    _ = try open()
  }

  @Test(
    "a folder with files of somebody else is refused and left as it was",
    arguments: [
      "notes.txt", ".git/config", "figures/x.svg",
    ])
  func foreign(name: String) throws {
    try temporary.put("run/" + name, "mine")
    for replace in [false, true] {
      let error = #expect(throws: OutputError.self) { try open(replace: replace) }
      #expect(error?.cause == .notARunFolder && error?.hint != nil)
    }
    #expect(temporary.text("run/" + name) == "mine")
    #expect(try temporary.names("run").count == 1)
  }

  @Test("an empty folder is taken")
  func emptyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: temporary.path("run"), withIntermediateDirectories: false)
    #expect(try open().foundContent == .nothing)
  }

  @Test("a finished run is refused, and left as it was, unless it is to be replaced")
  func finished() throws {
    try temporary.put("run/run.json", "old")
    let error = #expect(throws: OutputError.self) { try open() }
    #expect(error?.cause == .runExists && error?.exitStatus == .inputOutput)
    #expect(try temporary.names("run") == ["run.json"])
    #expect(try open(replace: true).foundContent == .finishedRun)
  }

  @Test("an earlier run stays whole until the first file of the new one is written")
  func replacing() throws {
    try temporary.put("run/run.json", "old")
    try temporary.put("run/x.csv", "old")
    try open(replace: true).close()
    #expect(temporary.text("run/run.json") == "old")
    let folder = try open(replace: true)
    try folder.write(name: "x.csv", text: "new")
    #expect(temporary.text("run/run.json") == nil)
    #expect(temporary.text("run/x.csv") == "new")
    try folder.write(name: "run.json", text: "new")
    folder.close()
    #expect(try temporary.names("run") == ["run.json", "x.csv"])
  }

  @Test("a run that did not end leaves its mark, and may be replaced")
  func unfinished() throws {
    let first = try open()
    try first.write(name: "x.csv", text: "half")
    first.close()
    #expect(try temporary.names("run") == [".lock", "x.csv"])
    let error = #expect(throws: OutputError.self) { try open() }
    #expect(error?.cause == .runExists)
    #expect(error?.message.contains("did not end") == true)
    #expect(try temporary.names("run") == [".lock", "x.csv"])
    let second = try open(replace: true)
    #expect(second.foundContent == .unfinishedRun)
    try second.write(name: "run.json", text: "{}")
    second.close()
    #expect(try temporary.names("run") == ["run.json", "x.csv"])
  }

  @Test("a folder without marks that the caller recognises is an unfinished run of its own")
  func recognised() throws {
    try temporary.put("run/sweep.json", "mine")
    let error = #expect(throws: OutputError.self) { try open(replace: true) }
    #expect(error?.cause == .notARunFolder)
    let folder = try OutputFolder(path: temporary.path("run"), replace: true) {
      FileManager.default.fileExists(atPath: $0 + "/sweep.json")
    }
    #expect(folder.foundContent == .unfinishedRun)
  }

  @Test("paths to one folder are the same however they are written, and to nothing they are not")
  func sameFolder() throws {
    try temporary.put("a/x")
    try temporary.put("b/x")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path("link"), withDestinationPath: temporary.path("a"))
    for other in ["a/", "b/../a", "link"] {
      #expect(OutputFolder.isSame(temporary.path("a"), as: temporary.path(other)))
    }
    #expect(!OutputFolder.isSame(temporary.path("a"), as: temporary.path("b")))
    #expect(!OutputFolder.isSame(temporary.path("c"), as: temporary.path("c")))
  }

  @Test("closing twice is closing once")
  func closeTwice() throws {
    let first = try open()
    first.close()
    let second = try open()
    first.close()
    #expect(throws: OutputError.self) { try open() }
    second.close()
  }

  @Test("a temporary file left by a crash is cleared away")
  func leftover() throws {
    try temporary.put("run/.lock")
    try temporary.put("run/.partial", "half")
    let folder = try open()
    #expect(folder.foundContent == .nothing)
    #expect(try temporary.names("run") == [".lock"])
  }
}

@Suite("When the folder of a run cannot be written")
struct OutputFolderFailureTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func failure(_ path: String) -> OutputError? {
    do throws(OutputError) {
      _ = try OutputFolder(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("a file in the place of the folder is named")
  func isFile() throws {
    try temporary.put("run", "mine")
    let error = failure(temporary.path("run"))
    #expect(error?.exitStatus == .inputOutput)
    #expect(
      error?.message == "cannot write into '\(temporary.path("run"))': Not a directory")
    #expect(temporary.text("run") == "mine")
  }

  @Test("a file in the place of a folder above is named")
  func aboveIsFile() throws {
    try temporary.put("file")
    let error = failure(temporary.path("file/run"))
    #expect(error?.message.hasSuffix("Not a directory") == true)
  }

  @Test("a folder's name that is too long is an error with exit status 74")
  func longFolder() {
    let error = failure(temporary.path(String(repeating: "x", count: 300)))
    #expect(error?.exitStatus == .inputOutput)
    #expect(error?.message.hasSuffix("File name too long") == true)
  }

  @Test("a file that cannot be written leaves no temporary file and no other change")
  func longFile() throws {
    let folder = try OutputFolder(path: temporary.path("run"))
    try folder.write(name: "x", text: "x")
    let error = #expect(throws: OutputError.self) {
      try folder.write(name: String(repeating: "y", count: 300), text: "y")
    }
    #expect(error?.exitStatus == .inputOutput)
    #expect(error?.message.hasSuffix("File name too long") == true)
    #expect(try temporary.names("run") == [".lock", "x"])
  }

  @Test("a folder in the place of a file is an error and stays")
  func folderInPlace() throws {
    let folder = try OutputFolder(path: temporary.path("run"))
    try folder.write(name: "x/y", text: "y")
    let error = #expect(throws: OutputError.self) { try folder.write(name: "x", text: "x") }
    #expect(error?.message.hasSuffix("Is a directory") == true)
    #expect(try temporary.names("run") == [".lock", "x"])
    #expect(temporary.text("run/x/y") == "y")
  }

  @Test("a symbolic link in the place of the lock is not followed")
  func linkedLock() throws {
    try temporary.put("victim", "mine")
    try temporary.put("run/run.json")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path("run/.lock"), withDestinationPath: temporary.path("victim"))
    #expect(failure(temporary.path("run"))?.exitStatus == .inputOutput)
    #expect(temporary.text("victim") == "mine")
  }

  @Test(
    "a folder without write permission is an error with a hint",
    .enabled(if: NSUserName() != "root"))
  func readOnly() throws {
    let path = temporary.path("run")
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
    let error = failure(path)
    #expect(error?.message.hasSuffix("Permission denied") == true)
    #expect(error?.hint == "choose a folder in which you may write")
  }

  @Test(
    "a file system that takes no files is an error with exit status 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func noFiles() {
    #expect(failure("/proc/panj-run")?.exitStatus == .inputOutput)
  }
}
