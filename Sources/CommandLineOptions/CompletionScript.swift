/// Writes shell completion scripts from the definitions of a program.
///
/// Each completes the commands, their options, the words of a choice, and file names where a path
/// is expected. Names go into the scripts unquoted or in single quotes, so they must hold none of
/// the shell's special characters; a program's own names do not.
public enum CompletionScript {
  /// The shells a script can be written for.
  public enum Shell: String, CaseIterable, Sendable {
    /// GNU Bash; source the script from `.bashrc`.
    case bash
    /// Z shell; put the script on `fpath` as `_<program>`.
    case zsh
    /// Fish; put the script into `~/.config/fish/completions/<program>.fish`.
    case fish
  }

  /// The completion script of a program for one shell.
  public static func text(of program: Program, for shell: Shell) -> String {
    switch shell {
    case .bash: bash(program)
    case .zsh: zsh(program)
    case .fish: fish(program)
    }
  }

  private static func bash(_ program: Program) -> String {
    let commands = (program.commands.map(\.name) + ["help"]).joined(separator: " ")
    var lines = [
      "_\(program.name)() {",
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W '\(commands) --help --version' -- \"$current\"))",
      "    return",
      "  fi",
      "  if [ \"${COMP_WORDS[1]}\" = help ]; then",
      "    COMPREPLY=($(compgen -W '\(commands)' -- \"$current\"))",
      "    return",
      "  fi",
      "  case \"${COMP_WORDS[1]} $previous\" in",
    ]
    for command in program.commands {
      for option in command.options where !option.isFlag {
        var patterns = ["'\(command.name) --\(option.name)'"]
        if let short = option.short { patterns.append("'\(command.name) -\(short)'") }
        let answer: String
        switch option.value {
        case .choice(let words):
          let list = words.joined(separator: " ")
          answer = "COMPREPLY=($(compgen -W '\(list)' -- \"$current\")); return"
        case .path: answer = "COMPREPLY=($(compgen -f -- \"$current\")); return"
        case .flag, .text: answer = "return"
        }
        lines.append("    \(patterns.joined(separator: "|"))) \(answer) ;;")
      }
    }
    lines += ["  esac", "  case \"${COMP_WORDS[1]}\" in"]
    for command in program.commands {
      let options = optionWords(of: command).joined(separator: " ")
      let files = command.arguments.contains(where: \.isPath) ? " -f" : ""
      lines.append(
        "    \(command.name)) COMPREPLY=($(compgen\(files) -W '\(options)' -- \"$current\")) ;;")
    }
    lines += [
      "  esac", "}", "complete -o filenames -F _\(program.name) \(program.name)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func zsh(_ program: Program) -> String {
    var lines = [
      "#compdef \(program.name)", "_\(program.name)() {", "  local -a commands", "  commands=(",
    ]
    for command in program.commands {
      // A colon ends the name here, so one in the summary is left out.
      let summary = command.summary.filter { $0 != ":" }
      lines.append("    \(quoted("\(command.name):\(summary)"))")
    }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe command commands", "    return",
      "  fi", "  local command=$words[2]", "  shift words", "  (( CURRENT-- ))",
      "  case $command in",
    ]
    for command in program.commands {
      lines.append("    \(command.name)) _arguments \\")
      for option in command.options {
        let star = option.isRepeatable ? "*" : ""
        let summary = option.summary.filter { $0 != "[" && $0 != "]" }
        let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
        for name in names {
          lines.append("      \(quoted("\(star)\(name)[\(summary)]\(zshAction(option))")) \\")
        }
      }
      let files = command.arguments.contains(where: \.isPath)
      lines.append("      '--help[show help]' '*:argument:\(files ? "_files" : "")' ;;")
    }
    lines += ["  esac", "}", "_\(program.name) \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func zshAction(_ option: Option) -> String {
    switch option.value {
    case .flag: ""
    case .text(let name): ":\(name): "
    case .path(let name): ":\(name):_files"
    case .choice(let words): ":choice:(\(words.joined(separator: " ")))"
    }
  }

  private static func fish(_ program: Program) -> String {
    let start = "complete -c \(program.name)"
    var lines = ["\(start) -f"]
    for command in program.commands {
      lines.append(
        "\(start) -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let short = option.short.map { " -s \($0)" } ?? ""
        let action =
          switch option.value {
          case .flag: ""
          case .text: " -x"
          case .path: " -r -F"
          case .choice(let words): " -x -a '\(words.joined(separator: " "))'"
          }
        lines.append(
          "\(start) \(condition) -l \(option.name)\(short)\(action) -d \(quoted(option.summary))")
      }
      if command.arguments.contains(where: \.isPath) { lines.append("\(start) \(condition) -F") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func optionWords(of command: Command) -> [String] {
    command.options.map { "--\($0.name)" } + ["--help"]
  }

  /// The text in single quotes for a shell; a quote inside becomes a typographic one.
  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "’" : String($0) }.joined() + "'"
  }
}
