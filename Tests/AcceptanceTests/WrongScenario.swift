import FlowSimulation
import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

/// One fault in the small scenario, and what must be said of it.
struct WrongScenario: Sendable, CustomTestStringConvertible {
  /// The passage that is replaced; it occurs once.
  let passage: String
  /// What takes its place.
  let replacement: String
  /// Another passage and what takes its place, which alone would be no fault.
  let besides: (passage: String, replacement: String)?
  /// The same once more, for what most cases of a kind need.
  let with: (passage: String, replacement: String)?
  /// Where the problem lies, as a JSON Pointer.
  let pointer: String
  /// A text whose first occurrence in the faulty file is on the line of the problem.
  let mark: String
  /// Parts of what is said.
  let found: String
  let allowed: String
  let hint: String?

  /// - Parameter mark: the replacement unless the problem lies elsewhere.
  init(
    _ passage: String, _ replacement: String, besides: (String, String)? = nil,
    with: (String, String)? = nil, at pointer: String, mark: String? = nil, found: String,
    allowed: String, hint: String? = nil
  ) {
    self.passage = passage
    self.replacement = replacement
    self.besides = besides
    self.with = with
    self.pointer = pointer
    self.mark = mark ?? replacement
    self.found = found
    self.allowed = allowed
    self.hint = hint
  }

  /// A section put before the markets of the small scenario.
  static func section(
    _ text: String, besides: (String, String)? = nil, at pointer: String, mark: String,
    found: String, allowed: String, hint: String? = nil
  ) -> WrongScenario {
    WrongScenario(
      "\"markets\": {\n", "\(text),\n  \"markets\": {\n", besides: besides, at: pointer, mark: mark,
      found: found, allowed: allowed, hint: hint)
  }

  var testDescription: String { "\(pointer): \(found)" }

  /// The faulty file.
  func text() throws -> String {
    var text = try CommandLineRepository.smallScenarioText()
      .replacingOnce(passage, with: replacement)
    for more in [besides, with].compactMap({ $0 }) {
      text = try text.replacingOnce(more.passage, with: more.replacement)
    }
    return text
  }

  /// Checks that the fault is the one problem found, and everything that is said of it.
  func check() throws {
    let text = try text()
    let problems = Self.problems(of: text)
    let problem = try #require(problems.first)
    #expect(problems.count == 1, "\(problems)")
    #expect(problem.pointer == pointer)
    #expect(problem.found.contains(found), "\(problem)")
    #expect(problem.allowed.contains(allowed), "\(problem)")
    if let hint {
      #expect(problem.hint?.contains(hint) == true, "\(problem)")
    }
    let start = try #require(text.range(of: mark)).lowerBound
    let line = text[..<start].utf8.count { $0 == UInt8(ascii: "\n") } + 1
    #expect(problem.location?.line == line && problem.location?.file == "small.json", "\(problem)")
  }

  /// All problems of a scenario, reading, meaning and laying out together.
  static func problems(of text: String) -> [ScenarioProblem] {
    do throws(ScenarioError) {
      let node = try JSONReader.read(Array(text.utf8), file: "small.json")
      let document = try ScenarioDocument(node, path: "small.json")
      do throws(ScenarioError) {
        _ = try CompiledNetwork(document.scenario)
      } catch {
        throw error.located(in: node)
      }
      return []
    } catch {
      return error.problems
    }
  }
}
