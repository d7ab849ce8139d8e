import Foundation
import TraffickingModel

/// A scenario as it was read: the resolved document, what its numbers are and what it means.
public struct ScenarioDocument: Sendable {
  /// The file, as the user named it.
  public let path: String
  /// The document after `extends` was applied, without `extends`.
  public let resolved: JSONNode
  /// What it means.
  public let scenario: Scenario
  /// Every number in it, with range and source.
  public let quantities: [AnnotatedQuantity]

  /// Reads a scenario file and all files it extends.
  ///
  /// - Throws: everything that is wrong with it at once, each problem with file, line, column and
  ///   pointer.
  public init(path: String) throws(ScenarioError) {
    var chain = [String]()
    let document = try ScenarioDocument.resolve(path, chain: &chain)
    try self.init(document, path: path)
  }

  /// Makes sense of a document in memory, which must not extend another.
  public init(_ document: JSONNode, path: String = "scenario") throws(ScenarioError) {
    self.path = path
    resolved = document
    if let extended = document["extends"], let name = extended.string {
      throw ScenarioError(
        ScenarioProblem(
          location: extended.location, pointer: "/extends",
          found: "found a document in memory that extends \(quoted(name))",
          allowed: "a complete document", hint: "read it from its file"))
    }
    try Validator.check(document, shape: ScenarioShape.scenario)
    scenario = try Self.scenario(ofValid: document)
    quantities = Provenance.list(document, shape: ScenarioShape.scenario)
  }

  /// What a changed document means.
  ///
  /// - Throws: everything that is wrong with it.
  public static func scenario(of document: ChangedDocument) throws(ScenarioError) -> Scenario {
    let problems = document.problems()
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    return try scenario(ofValid: document.node)
  }

  /// What a document of the right shape means.
  private static func scenario(ofValid document: JSONNode) throws(ScenarioError) -> Scenario {
    let builder = ScenarioBuilder(Cursor(document, shape: ScenarioShape.scenario))
    let contents: ScenarioContents
    do throws(ScenarioProblem) {
      contents = try builder.contents()
    } catch {
      throw ScenarioError(error)
    }
    do throws(ScenarioError) {
      let timeline = PolicyTimeline(document, contents: contents)
      let problems = contents.problems() + timeline.problems
      if !problems.isEmpty { throw ScenarioError(problems: problems) }
      return try Scenario(contents, stages: timeline.stages())
    } catch {
      throw error.located(in: document)
    }
  }

  /// The JSON Schema of scenario files.
  public static func schema() -> JSONNode {
    JSONSchema.document(
      for: ScenarioShape.scenario, title: "Panj scenario",
      id: "https://panj.example/schema/panj-scenario-1.json")
  }

  /// How many files a scenario may extend, one after the other.
  public static let extensionLimit = 16

  /// Reads a file and applies it to what it extends.
  private static func resolve(
    _ path: String, chain: inout [String]
  ) throws(ScenarioError) -> JSONNode {
    let node = try JSONReader.read(path: path)
    chain.append(canonical(path))
    guard case .object(var patch) = node.value, let extended = patch["extends"] else { return node }
    guard let name = extended.string else { return node }
    let base = try extendedPath(name, at: extended, from: path, chain: chain)
    let target: JSONNode
    do throws(ScenarioError) {
      target = try resolve(base, chain: &chain)
    } catch {
      throw error.located(atExtends: extended)
    }
    patch.remove("extends")
    return JSONMergePatch.apply(JSONNode(.object(patch), at: node.location), to: target)
  }

  /// Where an extended file is: in the folder of the file that names it, below or one above.
  private static func extendedPath(
    _ name: String, at node: JSONNode, from path: String, chain: [String]
  ) throws(ScenarioError) -> String {
    func refuse(_ found: String, _ hint: String) -> ScenarioError {
      ScenarioError(
        ScenarioProblem(
          location: node.location, pointer: "/extends", found: found,
          allowed: "the path of another scenario file in this folder, below it or in the one above",
          hint: hint))
    }
    let components = name.split(separator: "/", omittingEmptySubsequences: false)
    let inward = components.first == ".." ? components.dropFirst() : components[...]
    if inward.isEmpty || inward.contains(where: { $0.isEmpty || $0 == ".." }) {
      throw refuse("found \"\(name)\"", "write a path relative to this file")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let base = folder + name
    if chain.contains(canonical(base)) {
      throw refuse(
        "found \"\(name)\", which is extended already on the way here",
        "a scenario cannot extend itself")
    }
    if chain.count > extensionLimit {
      throw refuse(
        "found more than \(extensionLimit) files that extend each other", "shorten the chain")
    }
    return base
  }

  private static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}

extension ScenarioError {
  /// The same problems; those of a file that cannot be read at all stand where it is named.
  fileprivate func located(atExtends node: JSONNode) -> ScenarioError {
    ScenarioError(
      problems: problems.map { problem in
        guard problem.location == nil, problem.pointer.isEmpty else { return problem }
        var located = problem
        located.location = node.location
        located.pointer = "/extends"
        return located
      })
  }

  /// The same problems in document order, each with the place in its file where the value stands or
  /// would stand.
  ///
  /// For problems that the model or the simulation finds, which know pointers only.
  public func located(in document: JSONNode) -> ScenarioError {
    let located = problems.map { problem in
      var located = problem
      if problem.location == nil, let pointer = JSONPointer(parsing: problem.pointer) {
        located.location = document.nearestLocation(to: pointer)
      }
      return located
    }
    // Places in different files have no order: then the problems stay in that of the checks.
    guard Set(located.map { $0.location?.file }).count == 1 else {
      return ScenarioError(problems: located)
    }
    func place(_ offset: Int) -> (Int, Int, Int) {
      let location = located[offset].location
      return (location?.line ?? 0, location?.column ?? 0, offset)
    }
    return ScenarioError(
      problems: located.indices.sorted { place($0) < place($1) }.map { located[$0] })
  }
}

extension JSONNode {
  /// Where the value at a pointer stands, or the innermost one around it that is there.
  fileprivate func nearestLocation(to pointer: JSONPointer) -> SourceLocation? {
    var tokens = pointer.tokens
    while true {
      if let node = JSONPointer(tokens: tokens).resolve(in: self) { return node.location }
      if tokens.popLast() == nil { return nil }
    }
  }
}
