import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Reading anything")
struct JSONFuzzTests {
  @Test("Random bytes are read or refused, never trapped on")
  func randomBytes() {
    var random = TestRandom(seed: 1)
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(40) { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
      check(bytes)
    }
  }

  @Test("Random sequences of JSON's own characters are read or refused")
  func randomTokens() {
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "\\udc00", "0", "1", "-", ".", "e",
      "E", "+", "true", "null", "fals", "\"a\"", "\"b\":", " ", "\n", "é", "\u{FEFF}", "NaN", "'",
    ].map { Array($0.utf8) }
    var random = TestRandom(seed: 2)
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(25) { bytes += random.element(tokens) }
      check(bytes)
    }
  }

  @Test("Valid documents with a few bytes changed are read or refused")
  func mutations() {
    var documents = RandomJSON(seed: 4)
    for _ in 0..<1_000 {
      var bytes = Array(documents.document().utf8)
      for _ in 0...documents.random.below(4) where !bytes.isEmpty {
        let index = documents.random.below(bytes.count)
        switch documents.random.below(4) {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: documents.random.next())
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[documents.random.below(bytes.count)], at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      check(bytes)
    }
  }

  /// Whatever happens, a refusal has a place inside the text and an acceptance can be written.
  private func check(_ bytes: [UInt8]) {
    do {
      let document = try JSONReader.read(bytes, file: "fuzz")
      let text = CanonicalJSON.text(document)
      #expect((try? node(text)) == document)
    } catch {
      let problem = error.problems[0]
      let lineCount = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      #expect(error.problems.count == 1)
      #expect((1...lineCount).contains(problem.location?.line ?? 0))
      #expect((1...bytes.count + 1).contains(problem.location?.column ?? 0))
      #expect(problem.found.hasPrefix("found "))
      #expect(JSONPointer(parsing: problem.pointer) != nil)
    }
  }

  @Test("Foundation reads random valid documents as the same values")
  func differential() throws {
    var documents = RandomJSON(seed: 5)
    for _ in 0..<400 {
      let text = documents.document()
      let theirs = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(agrees(try node(text), theirs), "\(text)")
    }
  }

  private func agrees(_ ours: JSONNode, _ theirs: Any) -> Bool {
    switch ours.value {
    case .null: return theirs is NSNull
    case .bool(let bool): return theirs as? Bool == bool
    case .number(let number):
      // Foundation reads into a decimal and rounds twice, to a few units in the last place.
      guard let double = (theirs as? NSNumber)?.doubleValue else { return false }
      return (double - number.double).magnitude <= 1e-14 * number.double.magnitude
    case .string(let string):
      return (theirs as? String).map { Array($0.utf8) } == Array(string.utf8)
    case .array(let elements):
      guard let array = theirs as? [Any], array.count == elements.count else { return false }
      return zip(elements, array).allSatisfy { agrees($0, $1) }
    case .object(let object):
      guard let dictionary = theirs as? [String: Any], dictionary.count == object.count
      else { return false }
      return object.members.allSatisfy { member in
        dictionary[member.key].map { agrees(member.node, $0) } ?? false
      }
    }
  }

  @Test("Foundation's decoder reads random numbers as the same doubles, bit for bit")
  func numbers() throws {
    var random = TestRandom(seed: 9)
    for _ in 0..<2_000 {
      let digits = "\(random.below(1_000_000_000)).\(random.next() % 1_000_000_000_000)"
      let text = "[\(digits)e\(random.below(600) - 320)]"
      guard let ours = try? node(text)[0]?.number?.double else { continue }
      let theirs = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
      #expect(theirs.map(\.bitPattern) == [ours.bitPattern], "\(text)")
    }
  }

  @Test("What Foundation takes although RFC 8259 forbids it is refused here")
  func stricter() {
    for text in ["[1,]", "{\"a\": 1,}", "{\"a\": 1, \"a\": 2}", "\u{FEFF}1"] {
      #expect(firstProblem(in: text) != nil, "\(text)")
    }
  }
}
