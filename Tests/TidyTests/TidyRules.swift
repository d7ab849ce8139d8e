/// The rules of the source tree, as functions from a text to what is wrong with it.
///
/// A finding reads `line: what`, with lines counted from 1; no finding means that all is well.
enum TidyRules {
  static let longestLine = 100
  static let longestFile = 400
  static let longestFunction = 60

  /// Lines of more than 100 characters.
  static func longLines(_ text: String) -> [String] {
    lines(of: text).enumerated().compactMap { index, line in
      line.count > longestLine ? "\(index + 1): \(line.count) columns" : nil
    }
  }

  /// A file of more than 400 lines.
  static func longFile(_ text: String) -> [String] {
    let count = lines(of: text).count
    return count > longestFile ? ["\(count): the file has \(count) lines"] : []
  }

  /// Functions and initialisers of more than 60 lines, from the first word to the last brace.
  static func longFunctions(_ text: String) -> [String] {
    SwiftText(text).functions.compactMap { function in
      function.lineCount > longestFunction
        ? "\(function.firstLine): \(function.name) has \(function.lineCount) lines" : nil
    }
  }

  /// Imports that the map does not allow.
  static func forbiddenImports(_ text: String, for line: ImportMap.Line) -> [String] {
    SwiftText(text).imports.compactMap { module, number in
      line.own.contains(module) || line.system.contains(module)
        ? nil : "\(number): \(line.target) must not import \(module)"
    }
  }

  // The words are put together here, so that this file does not hold them itself.
  private static let leftovers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
  private static let promises = ["not " + "implemented", "place" + "holder"]

  /// Words that say a thing is unfinished.
  static func leftoverWords(_ text: String) -> [String] {
    lines(of: text).enumerated().flatMap { index, line -> [String] in
      let words = Set(line.split { !($0.isLetter || $0.isNumber) }.map(String.init))
      let lowercase = line.lowercased()
      let found = leftovers.filter(words.contains) + promises.filter { lowercase.contains($0) }
      return found.map { "\(index + 1): the words '\($0)'" }
    }
  }

  /// What makes a result depend on the machine or the process, as it looks in code.
  private static let unrepeatable = [
    "Hasher(", ".hashValue", ".random(", "random(in:", ".shuffled(", ".shuffle(",
    ".randomElement(", "SystemRandomNumberGenerator", "arc4random", "getenv(", "ProcessInfo",
  ]

  private static let clocks = ["Date(", "Date.now", "Clock.now", "clock_gettime(", "time(nil)"]

  /// Names of C's mathematics, whose last bits differ between machines.
  ///
  /// They can be called only where a C library is imported, directly or with Foundation. A call is
  /// one with nothing or a module's name in front; `Portable.log(` is ours.
  private static let mathematics: Set<String> = [
    "log", "log2", "log10", "log1p", "exp", "exp2", "expm1", "pow", "sin", "cos", "tan", "tanh",
    "erf", "erfc", "lgamma", "tgamma", "cbrt", "hypot", "atan", "atan2", "fma",
  ]

  private static let modulesWithMathematics: Set<String> = [
    "Foundation", "Glibc", "Darwin", "Musl", "Dispatch",
  ]

  /// What must not stand in code that computes results.
  static func unrepeatableCode(_ text: String, readsClock: Bool = false) -> [String] {
    let swift = SwiftText(text)
    let hasMathematics = swift.imports.contains { modulesWithMathematics.contains($0.module) }
    let words = unrepeatable + (readsClock ? [] : clocks)
    return swift.code.enumerated().flatMap { index, line -> [String] in
      var found = words.filter { contains(line, word: $0) }
      if hasMathematics { found += mathematicsCalled(in: line) }
      return found.map { "\(index + 1): '\($0)' in code that computes results" }
    }
  }

  /// Whether a line holds a word that is not the end of a longer name.
  private static func contains(_ line: String, word: String) -> Bool {
    let isOpen = word.first.map { $0.isLetter && $0 != "C" } ?? false
    return line.ranges(of: word).contains { range in
      guard isOpen, range.lowerBound > line.startIndex else { return true }
      return !isPartOfName(line[line.index(before: range.lowerBound)])
    }
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func mathematicsCalled(in line: String) -> [String] {
    var found: [String] = []
    var name = ""
    var before = ""
    for character in line {
      if isPartOfName(character) || character == "." {
        name.append(character)
        continue
      }
      if character == "(", before != "func" {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isC = parts.count == 1 || modulesWithMathematics.contains(String(parts[0]))
        if isC, let last = parts.last, mathematics.contains(String(last)) { found.append(name) }
      }
      if !name.isEmpty { before = name }
      name = ""
    }
    return found
  }

  /// The targets of a manifest written as ours is, with what each depends on.
  ///
  /// The forms are `module("Name", imports: ["Other"])` and, for those with a folder of their own,
  /// `.target(name: "Name", dependencies: ["Other"])` or the same with `.executableTarget`.
  static func targets(ofManifest text: String) -> [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for opening in [" module(", ".target(", ".executableTarget("] {
      for (start, part) in text.split(separator: opening).enumerated() where start > 0 {
        let body = part.prefix { $0 != ")" && $0 != "]" }
        let names = body.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        guard let name = names.first else { continue }
        targets[name] = Set(names.dropFirst())
      }
    }
    return targets
  }

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
