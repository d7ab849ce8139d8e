/// Reads just enough of Swift to check a file: what is code and what is not, and where functions
/// begin and end.
struct SwiftText {
  /// A function or initialiser and its lines, counted from 1.
  struct Function: Equatable {
    let name: String
    let firstLine: Int
    let lastLine: Int

    var lineCount: Int { lastLine - firstLine + 1 }
  }

  /// The lines with comments and the insides of string literals replaced by blanks.
  ///
  /// What stands in an interpolation is blanked too: a rule that is broken there goes unseen.
  let code: [String]

  init(_ text: String) {
    var scanner = Scanner(text)
    scanner.scan()
    code = String(decoding: scanner.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The modules that the file imports, with the line of each.
  var imports: [(module: String, line: Int)] {
    let statements = code.enumerated().flatMap { index, line in
      line.split(separator: ";").map { (words: $0.split(separator: " "), line: index + 1) }
    }
    return statements.compactMap { words, line in
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
      ]
      let isScoped = kinds.contains(words[place + 1]) && place + 2 < words.count
      let path = words[isScoped ? place + 2 : place + 1]
      return (String(path.prefix { $0 != "." }), line)
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// The functions and initialisers that have a body, in the order in which they begin.
  var functions: [Function] {
    var found: [Function] = []
    var open: [(place: Int, depth: Int)] = []
    var pending: (name: String, line: Int)?
    var depth = 0
    var brackets = 0
    for (index, line) in code.enumerated() {
      var word = ""
      for character in line + "\n" {
        if character.isLetter || character.isNumber || character == "_" {
          word.append(character)
          continue
        }
        let isCall = character != " " && word == "init" && !Self.startsWithInit(line)
        if word == "func" || (word == "init" && !isCall && Self.startsWithInit(line)) {
          pending = (word == "func" ? Self.name(in: line) : "init", index + 1)
        }
        word = ""
        switch character {
        case "(", "[": brackets += 1
        case ")", "]": brackets -= 1
        case "{":
          if let begun = pending, brackets == 0 {
            open.append((found.count, depth))
            found.append(Function(name: begun.name, firstLine: begun.line, lastLine: 0))
            pending = nil
          }
          depth += 1
        case "}":
          depth -= 1
          if let last = open.last, last.depth == depth {
            open.removeLast()
            let begun = found[last.place]
            found[last.place] = Function(
              name: begun.name, firstLine: begun.firstLine, lastLine: index + 1)
          }
          // A requirement without a body ends with the protocol's brace at the latest; a brace
          // in brackets is that of a closure.
          if brackets == 0 { pending = nil }
        default: break
        }
      }
    }
    return found.filter { $0.lastLine > 0 }
  }

  /// Whether a line declares an initialiser rather than calling one.
  private static func startsWithInit(_ line: String) -> Bool {
    let modifiers: Set<Substring> = [
      "public", "package", "internal", "fileprivate", "private", "convenience", "required",
      "override", "nonisolated", "@inlinable",
    ]
    let first = line.split(separator: " ").first { !modifiers.contains($0) }
    return first.map { $0.hasPrefix("init(") || $0.hasPrefix("init<") || $0.hasPrefix("init?") }
      ?? false
  }

  private static func name(in line: String) -> String {
    let words = line.split { " (<".contains($0) }
    guard let place = words.firstIndex(of: "func"), place + 1 < words.count else { return "func" }
    return String(words[place + 1])
  }
}

extension SwiftText {
  /// Goes through the bytes of a file once and blanks what is not code.
  private struct Scanner {
    let input: [UInt8]
    var output: [UInt8] = []
    var position = 0

    init(_ text: String) {
      input = Array(text.utf8)
    }

    mutating func scan() {
      // Only these can begin what is not code; looking at nothing else keeps this fast.
      let marks = Set("/\"#".utf8)
      while position < input.count {
        if !marks.contains(input[position]) {
          output.append(input[position])
          position += 1
        } else if starts("//") {
          blank { !$0.isLineEnd }
        } else if starts("/*") {
          skipComment()
        } else if let pounds = literalPounds() {
          skipLiteral(pounds: pounds)
        } else {
          output.append(input[position])
          position += 1
        }
      }
    }

    private func starts(_ text: String, at start: Int? = nil) -> Bool {
      input[(start ?? position)...].starts(with: text.utf8)
    }

    private mutating func blank(_ count: Int) {
      for _ in 0..<min(count, input.count - position) {
        let byte = input[position]
        // Bytes of a character of several bytes count as one column each; only line ends matter.
        output.append(byte.isLineEnd ? byte : UInt8(ascii: " "))
        position += 1
      }
    }

    private mutating func blank(while condition: (UInt8) -> Bool) {
      while position < input.count, condition(input[position]) { blank(1) }
    }

    private mutating func skipComment() {
      var depth = 0
      repeat {
        if starts("/*") {
          depth += 1
          blank(2)
        } else if starts("*/") {
          depth -= 1
          blank(2)
        } else {
          blank(1)
        }
      } while depth > 0 && position < input.count
    }

    /// The number of pound signs in front of the string literal that begins here, if one does.
    private func literalPounds() -> Int? {
      let pounds = input[position...].prefix { $0 == UInt8(ascii: "#") }.count
      return starts("\"", at: position + pounds) ? pounds : nil
    }

    private mutating func skipLiteral(pounds: Int) {
      blank(pounds)
      let fence = String(repeating: "#", count: pounds)
      let quote = starts("\"\"\"") ? "\"\"\"" : "\""
      blank(quote.utf8.count)
      while position < input.count {
        if starts("\\" + fence + "(") {
          blank(pounds + 1)
          skipInterpolation()
        } else if starts("\\" + fence) {
          blank(pounds + 2)
        } else if starts(quote + fence) {
          blank(quote.utf8.count + pounds)
          return
        } else {
          blank(1)
        }
      }
    }

    private mutating func skipInterpolation() {
      var depth = 0
      repeat {
        if let pounds = literalPounds() {
          skipLiteral(pounds: pounds)
          continue
        }
        if starts("(") { depth += 1 }
        if starts(")") { depth -= 1 }
        blank(1)
      } while depth > 0 && position < input.count
    }
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") }
}
