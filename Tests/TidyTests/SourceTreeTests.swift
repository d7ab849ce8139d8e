import Testing

/// Promises about the files themselves; what a rule sees is tested in `TidyRulesTests`.
@Suite("The source tree")
struct SourceTreeTests {
  private static let written = SourceTree.files(in: ["Sources", "Tests", "Benchmarks"])

  private func findings(
    in files: [SourceTree.File], _ rule: (String) -> [String]
  ) -> [String] {
    files.flatMap { file in rule(file.text).map { "\(file.path):\($0)" } }
  }

  private var swiftFiles: [SourceTree.File] { Self.written.filter(\.isSwift) }

  @Test("the files are found")
  func found() {
    #expect(swiftFiles.contains { $0.path.hasSuffix("TidyTests/SourceTreeTests.swift") })
    #expect(swiftFiles.contains { $0.path.hasPrefix("Sources/") })
  }

  @Test("no line is longer than 100 columns")
  func lines() {
    #expect(findings(in: swiftFiles, TidyRules.longLines) == [])
  }

  @Test("no file is longer than 400 lines")
  func files() {
    #expect(findings(in: swiftFiles, TidyRules.longFile) == [])
  }

  @Test("no function is longer than 60 lines")
  func functions() {
    #expect(findings(in: swiftFiles, TidyRules.longFunctions) == [])
  }

  @Test("nothing says that it is unfinished")
  func leftovers() {
    let files = Self.written + SourceTree.files(in: ["scenarios"])
    #expect(findings(in: files, TidyRules.leftoverWords) == [])
  }

  /// The files of the targets that the map is about.
  private var targetFiles: [SourceTree.File] {
    swiftFiles.filter { !$0.path.hasPrefix("Tests/") }
  }

  @Test("every target imports only what the map allows")
  func imports() {
    let findings = targetFiles.flatMap { file in
      guard let line = ImportMap.line(ofFile: file.path) else {
        return ["\(file.path): the map has no line for its target"]
      }
      return TidyRules.forbiddenImports(file.text, for: line).map { "\(file.path):\($0)" }
    }
    #expect(findings == [])
  }

  @Test("the map imports in one direction only")
  func acyclic() {
    var known: Set<String> = []
    for line in ImportMap.lines {
      #expect(line.own.isSubset(of: known), "\(line.target) imports what comes after it")
      known.insert(line.target)
    }
  }

  @Test("the map and the manifest say the same")
  func manifest() throws {
    let targets = TidyRules.targets(ofManifest: try SourceTree.manifest())
    let map = ImportMap.lines.map { ($0.target, $0.own) }
    #expect(targets == Dictionary(uniqueKeysWithValues: map))
  }

  @Test("nothing that computes results reads the clock, the hash seed or C's mathematics")
  func repeatable() {
    let findings = targetFiles.flatMap { file in
      guard let line = ImportMap.line(ofFile: file.path), line.isResultPath else {
        return [String]()
      }
      return TidyRules.unrepeatableCode(file.text, readsClock: line.readsClock)
        .map { "\(file.path):\($0)" }
    }
    #expect(findings == [])
  }
}
