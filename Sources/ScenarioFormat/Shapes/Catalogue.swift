/// Where in a document the identifiers of one kind of thing are defined.
public struct Catalogue: Sendable, Equatable {
  /// What one of them is called in messages: `place`.
  public var name: String
  /// Pointers to the objects whose keys the identifiers are; `*` stands for every key or element.
  ///
  /// For example `/places`, or `/frontiers/*/sections`.
  public var pointers: [JSONPointer]

  /// Identifiers defined by the keys of the objects at these pointers.
  public init(_ name: String, at pointers: JSONPointer...) {
    precondition(!pointers.isEmpty, "a catalogue lies somewhere in the document")
    self.name = name
    self.pointers = pointers
  }

  /// The documents that figures come from: the keys of `/sources`.
  public static let sources = Catalogue("source", at: "/sources")

  /// The keys with their nodes, in the order of the document.
  func members(in document: JSONNode) -> [(pointer: JSONPointer, member: JSONMember)] {
    var result: [(JSONPointer, JSONMember)] = []
    for pointer in pointers {
      var places = [(JSONPointer.root, document)]
      for token in pointer.tokens {
        places = places.flatMap { place, node in Self.children(of: node, at: place, by: token) }
      }
      for (place, node) in places {
        for member in node.object?.members ?? [] {
          result.append((place.appending(member.key), member))
        }
      }
    }
    return result
  }

  private static func children(
    of node: JSONNode, at place: JSONPointer, by token: String
  ) -> [(JSONPointer, JSONNode)] {
    guard token == "*" else {
      return JSONPointer(tokens: [token]).resolve(in: node).map { [(place.appending(token), $0)] }
        ?? []
    }
    switch node.value {
    case .object(let object):
      return object.members.map { (place.appending($0.key), $0.node) }
    case .array(let elements):
      return elements.enumerated().map { (place.appending($0), $1) }
    case .null, .bool, .number, .string:
      return []
    }
  }
}
