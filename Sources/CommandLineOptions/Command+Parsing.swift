extension Command {
  /// Reads the words after the command's name.
  ///
  /// The rules:
  /// - `--option value` and `--option=value` mean the same; a short option takes its value as the
  ///   next word. A value that itself begins with two dashes must be attached with `=`.
  /// - Options and arguments may come in any order; `--` ends the options. A lone `-` is an
  ///   argument.
  /// - `-h` or `--help` anywhere before `--` asks for help, whatever else the line holds.
  /// - An option given twice is refused unless declared repeatable, in whichever form it came.
  /// - Short options are not run together: `-qv` is refused with the way to write it.
  /// - An empty value is refused: it is nearly always an unset variable of the shell.
  ///
  /// - Parameters:
  ///   - words: the command line without the names of the program and the command.
  ///   - suggest: the candidate nearest to a misspelt word, or nil when none is near.
  /// - Throws: `UsageError` with what was found and, where there is something to say, a hint.
  public func parse(
    _ words: [String], suggest: (_ word: String, _ candidates: [String]) -> String?
  ) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments(command: self)
    let beforeTerminator = words.prefix { $0 != "--" }
    if beforeTerminator.contains(where: { $0 == "-h" || $0 == "--help" }) {
      parsed.isHelpRequested = true
      return parsed
    }
    var free: [String] = []
    var position = 0
    while position < words.count {
      let word = words[position]
      position += 1
      if word == "--" {
        free += words[position...]
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        free.append(word)
        continue
      }
      let (option, attached) = try option(of: word, suggest: suggest)
      let value = try value(of: option, attached: attached, in: words, at: &position)
      if let value { try check(value, for: option, suggest: suggest) }
      try parsed.record(option, value: value)
    }
    try assign(free, to: &parsed)
    return parsed
  }

  /// The option a word names, and the value attached to it with `=`.
  private func option(
    of word: String, suggest: (String, [String]) -> String?
  ) throws(UsageError) -> (option: Option, attached: String?) {
    guard word.hasPrefix("--") else { return (try shortOption(of: word), nil) }
    let body = word.dropFirst(2)
    let name: String
    let attached: String?
    if let equals = body.firstIndex(of: "=") {
      name = String(body[..<equals])
      attached = String(body[body.index(after: equals)...])
    } else {
      name = String(body)
      attached = nil
    }
    if let option = options.first(where: { $0.name == name }) { return (option, attached) }
    let near = suggest(name, options.map(\.name) + ["help"])
    throw UsageError("unknown option --\(name)", hint: near.map { "did you mean --\($0)?" })
  }

  private func shortOption(of word: String) throws(UsageError) -> Option {
    let letters = Array(word.dropFirst())
    let known = options.first { $0.short == letters[0] }
    if letters.count == 1 {
      if let known { return known }
      throw UsageError("unknown option \(word)", hint: numberHint(for: word))
    }
    guard let known else {
      throw UsageError("unknown option \(word)", hint: numberHint(for: word) ?? dashHint(for: word))
    }
    if known.isFlag {
      let apart = letters.map { "-\($0)" }.joined(separator: " ")
      throw UsageError("short options are not run together", hint: "write \(apart)")
    }
    var rest = String(letters.dropFirst())
    if rest.hasPrefix("=") { rest.removeFirst() }
    throw UsageError(
      "the value of -\(letters[0]) is a word of its own", hint: "write -\(letters[0]) \(rest)")
  }

  private func numberHint(for word: String) -> String? {
    guard let digit = word.dropFirst().first, digit.isASCII, digit.isNumber else { return nil }
    return "to pass \(word) as an argument, put -- in front of it"
  }

  private func dashHint(for word: String) -> String? {
    let name = word.dropFirst()
    guard options.contains(where: { $0.name == name }) else { return nil }
    return "a long option has two dashes: -\(word)"
  }

  /// The value that goes with an option, taken from the next word when it is not attached.
  private func value(
    of option: Option, attached: String?, in words: [String], at position: inout Int
  ) throws(UsageError) -> String? {
    if option.isFlag {
      if let attached {
        throw UsageError("--\(option.name) takes no value, but was given '\(attached)'")
      }
      return nil
    }
    if let attached {
      if attached.isEmpty { throw UsageError("--\(option.name) was given an empty value") }
      return attached
    }
    let needed = option.valueText
    guard position < words.count, words[position] != "--" else {
      throw UsageError(
        "--\(option.name) needs a value", hint: "write --\(option.name) \(needed)")
    }
    let next = words[position]
    if next.isEmpty { throw UsageError("--\(option.name) was given an empty value") }
    if isOption(next) {
      throw UsageError(
        "--\(option.name) needs a value, but the next word is the option \(next)",
        hint: "write --\(option.name) \(needed), or --\(option.name)=\(next) if that is the value")
    }
    position += 1
    return next
  }

  /// Whether a word in the place of a value is rather the next option.
  ///
  /// A single dash and digits is a negative number and so may be a value.
  private func isOption(_ word: String) -> Bool {
    if word.hasPrefix("--") { return true }
    let letters = Array(word)
    return letters.count == 2 && letters[0] == "-" && options.contains { $0.short == letters[1] }
  }

  private func check(
    _ value: String, for option: Option, suggest: (String, [String]) -> String?
  ) throws(UsageError) {
    guard case .choice(let words) = option.value, !words.contains(value) else { return }
    let allowed = "allowed are " + words.joined(separator: ", ")
    let near = suggest(value, words).map { "did you mean \($0)? " } ?? ""
    throw UsageError("--\(option.name): found '\(value)'", hint: near + allowed)
  }

  /// Hands the words that are not options to the arguments, in order.
  private func assign(
    _ words: [String], to parsed: inout ParsedArguments
  ) throws(UsageError) {
    var rest = words[...]
    for argument in arguments {
      let taken = argument.isRepeated ? rest : rest.prefix(1)
      if taken.isEmpty && argument.isRequired {
        throw UsageError(
          "missing argument <\(argument.name)>", hint: "<\(argument.name)>: \(argument.summary)")
      }
      if taken.contains("") { throw UsageError("<\(argument.name)> was given an empty value") }
      parsed.argumentWords[argument.name] = Array(taken)
      rest = rest.dropFirst(taken.count)
    }
    if let extra = rest.first {
      let expected = arguments.map(\.usageText).joined(separator: " ")
      throw UsageError(
        "unexpected argument '\(extra)'",
        hint: arguments.isEmpty
          ? "\(name) takes no arguments" : "\(name) takes only \(expected)")
    }
  }
}
