/// The path from the root of a JSON document to one value (RFC 6901): `/places/khorog/country`.
///
/// The root itself is the empty pointer, written `""`.
public struct JSONPointer: Sendable, Hashable {
  /// Keys and array indices from the root inwards, with escapes resolved.
  public var tokens: [String]

  /// The pointer to the whole document.
  public static let root = JSONPointer(tokens: [])

  /// Makes a pointer from resolved tokens.
  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Reads a pointer, or gives nil when the text is not one.
  ///
  /// A pointer is empty or begins with `/`; in it, `~` stands only in `~0` (a tilde) and `~1` (a
  /// slash).
  public init?(parsing text: String) {
    guard !text.isEmpty else {
      self = .root
      return
    }
    guard text.unicodeScalars.first == "/" else { return nil }
    var tokens: [String] = []
    for escaped in text.unicodeScalars.dropFirst().split(
      separator: "/", omittingEmptySubsequences: false)
    {
      guard let token = Self.unescape(escaped) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// The pointer to the member with this key.
  public func appending(_ key: String) -> JSONPointer {
    JSONPointer(tokens: tokens + [key])
  }

  /// The pointer to the element at this index.
  public func appending(_ index: Int) -> JSONPointer {
    appending(String(index))
  }

  /// The value that the pointer leads to, or nil when the document has none there.
  public func resolve(in document: JSONNode) -> JSONNode? {
    var node = document
    for token in tokens {
      guard let next = Self.step(from: node, by: token) else { return nil }
      node = next
    }
    return node
  }

  /// A copy of the document with the value at this pointer replaced, or nil if there is none.
  public func replacing(in document: JSONNode, with replacement: JSONNode) -> JSONNode? {
    Self.replace(tokens[...], in: document, with: replacement)
  }

  private static func replace(
    _ tokens: ArraySlice<String>, in node: JSONNode, with replacement: JSONNode
  ) -> JSONNode? {
    guard let token = tokens.first else { return replacement }
    guard let child = step(from: node, by: token),
      let changed = replace(tokens.dropFirst(), in: child, with: replacement)
    else { return nil }
    var result = node
    switch node.value {
    case .object(var object):
      object.set(
        JSONMember(key: token, keyLocation: object.member(token)?.keyLocation, node: changed))
      result.value = .object(object)
    case .array(var elements):
      guard let index = arrayIndex(token) else { return nil }
      elements[index] = changed
      result.value = .array(elements)
    case .null, .bool, .number, .string:
      return nil
    }
    return result
  }

  private static func step(from node: JSONNode, by token: String) -> JSONNode? {
    switch node.value {
    case .object(let object): object[token]
    case .array: arrayIndex(token).flatMap { node[$0] }
    case .null, .bool, .number, .string: nil
    }
  }

  /// An index is `0` or digits without a leading zero; nothing else names an element.
  static func arrayIndex(_ token: String) -> Int? {
    let digits = Array(token.utf8)
    guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }),
      digits.count == 1 || digits[0] != 48
    else { return nil }
    return Int(token)
  }

  private static func unescape(_ escaped: Substring.UnicodeScalarView) -> String? {
    var token = String.UnicodeScalarView()
    var scalars = escaped.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "~" else {
        token.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": token.append("~")
      case "1": token.append("/")
      default: return nil
      }
    }
    return String(token)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as text, with `~` and `/` inside tokens escaped.
  public var description: String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      text.append("/")
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text.append(contentsOf: "~0".unicodeScalars)
        case "/": text.append(contentsOf: "~1".unicodeScalars)
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }
}

extension JSONPointer: ExpressibleByStringLiteral {
  /// A pointer written in the source; text that is not a pointer is a programming error.
  public init(stringLiteral text: String) {
    guard let pointer = JSONPointer(parsing: text) else {
      preconditionFailure("\(text) is not a JSON Pointer")
    }
    self = pointer
  }
}
