/// Lays out the help of a program and of its commands.
///
/// Lines are at most `width` columns, except for a single word that is longer. Every character
/// counts as one column, so definitions are best written in plain Latin letters.
public enum HelpText {
  /// The help of a program: its commands and exit codes.
  public static func text(of program: Program, width: Int = 80) -> String {
    var sections = [
      wrapped("\(program.name): \(program.summary)", width: width),
      usage([program.name, "<command>", "[<arguments>]", "[<options>]"], width: width),
    ]
    sections += paragraphs(program.discussion, width: width)
    let commands = program.commands.map { Entry(label: $0.name, text: $0.summary) }
    sections.append(section("Commands", commands, width: width))
    let options = [
      Entry(label: "-h, --help", text: "show this help, or that of the command it follows"),
      Entry(label: "    --version", text: "show the version"),
    ]
    sections.append(section("Options", options, width: width))
    sections += exitCodes(of: program, width: width)
    return sections.joined(separator: "\n\n") + "\n"
  }

  /// The help of one command: its arguments, options, examples and exit codes.
  public static func text(
    of command: Command, in program: Program, width: Int = 80
  ) -> String {
    let fullName = "\(program.name) \(command.name)"
    let words = [fullName] + command.arguments.map(\.usageText) + ["[<options>]"]
    var sections = [
      wrapped("\(fullName): \(command.summary)", width: width),
      usage(words, width: width),
    ]
    sections += paragraphs(command.discussion, width: width)
    if !command.arguments.isEmpty {
      let entries = command.arguments.map { Entry(label: $0.usageText, text: $0.summary) }
      sections.append(section("Arguments", entries, width: width))
    }
    let help = Entry(label: "-h, --help", text: "show this help")
    sections.append(section("Options", command.options.map(entry) + [help], width: width))
    if !command.examples.isEmpty {
      let examples = command.examples.map { example in
        "  \(example.commandLine)\n" + wrapped(example.purpose, width: width, indent: 6)
      }
      sections.append("Examples:\n" + examples.joined(separator: "\n"))
    }
    sections += exitCodes(of: program, width: width)
    return sections.joined(separator: "\n\n") + "\n"
  }
}

extension HelpText {
  /// A label on the left and its explanation on the right.
  struct Entry {
    var label: String
    var text: String
  }

  static func usage(_ words: [String], width: Int) -> String {
    "Usage:\n" + wrapped(words.joined(separator: " "), width: width, indent: 2)
  }

  static func entry(_ option: Option) -> Entry {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.valueText.isEmpty ? "" : " \(option.valueText)"
    var text = option.summary
    if case .choice(let words) = option.value, option.valueText == "<choice>" {
      text += "; one of " + words.joined(separator: ", ")
    }
    if option.isRepeatable { text += "; may be repeated" }
    if let defaultText = option.defaultText { text += " (default: \(defaultText))" }
    return Entry(label: "\(short)--\(option.name)\(value)", text: text)
  }

  static func exitCodes(of program: Program, width: Int) -> [String] {
    if program.exitCodes.isEmpty { return [] }
    let longest = program.exitCodes.map { "\($0.code)".count }.max() ?? 0
    let entries = program.exitCodes.map { exit in
      let code = "\(exit.code)"
      let blanks = String(repeating: " ", count: longest - code.count)
      return Entry(label: blanks + code, text: exit.meaning)
    }
    return [section("Exit codes", entries, width: width)]
  }

  /// A title and its entries, the explanations aligned in one column.
  ///
  /// A label too long for its column gets a line of its own, so that one long option does not push
  /// all explanations to the right.
  static func section(_ title: String, _ entries: [Entry], width: Int) -> String {
    let longestAllowed = max(12, width * 2 / 5 - 4)
    let fitting = entries.map(\.label.count).filter { $0 <= longestAllowed }
    let column = 2 + (fitting.max() ?? longestAllowed) + 2
    let lines = entries.map { entry in
      let text = wrapped(entry.text, width: width, indent: column)
      let label = "  " + entry.label
      if label.count + 2 > column { return label + "\n" + text }
      let blanks = String(repeating: " ", count: column - label.count)
      return label + blanks + text.dropFirst(column)
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }

  static func paragraphs(_ text: String, width: Int) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines in
      wrapped(lines.joined(separator: " "), width: width)
    }
  }

  /// The text broken at blanks, each line indented.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty || lines.isEmpty { lines.append(margin + line) }
    return lines.joined(separator: "\n")
  }
}
