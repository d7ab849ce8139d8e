/// The members of a JSON object in the order of the file, found by key in constant time.
///
/// No key occurs twice. Keys are compared as Swift compares strings, by canonical equivalence, so
/// two keys that look the same on a screen are the same key, however they were typed.
public struct JSONObject: Sendable {
  /// The members in file order.
  public private(set) var members: [JSONMember]

  /// Index of each key in `members`, kept only above `indexThreshold` members.
  private var indexOfKey: [String: Int]

  /// Up to this many members a scan is quicker than hashing, and a file has many small objects.
  private static let indexThreshold = 8

  /// Makes an object without members.
  public init() {
    members = []
    indexOfKey = [:]
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The keys in file order.
  public var keys: [String] { members.map(\.key) }

  /// The value under this key, or nil when there is none.
  public subscript(key: String) -> JSONNode? {
    index(of: key).map { members[$0].node }
  }

  /// The member with this key, or nil when there is none.
  public func member(_ key: String) -> JSONMember? {
    index(of: key).map { members[$0] }
  }

  /// Whether there is a member with this key.
  public func contains(_ key: String) -> Bool {
    index(of: key) != nil
  }

  /// Adds a member at the end, unless its key is present.
  ///
  /// - Returns: nil when added; the member that already has the key when not.
  @discardableResult
  public mutating func append(_ member: JSONMember) -> JSONMember? {
    if let index = index(of: member.key) { return members[index] }
    members.append(member)
    if indexOfKey.isEmpty {
      if members.count > Self.indexThreshold { indexAllKeys() }
    } else {
      indexOfKey[member.key] = members.count - 1
    }
    return nil
  }

  /// Replaces the member that has the same key, where it stands, or adds the member at the end.
  public mutating func set(_ member: JSONMember) {
    if let index = index(of: member.key) {
      members[index] = member
    } else {
      append(member)
    }
  }

  /// Removes the member with this key, if there is one; linear in the number of members.
  public mutating func remove(_ key: String) {
    guard let index = index(of: key) else { return }
    members.remove(at: index)
    if !indexOfKey.isEmpty { indexAllKeys() }
  }

  private func index(of key: String) -> Int? {
    indexOfKey.isEmpty ? members.firstIndex { $0.key == key } : indexOfKey[key]
  }

  private mutating func indexAllKeys() {
    indexOfKey.removeAll(keepingCapacity: true)
    for (index, member) in members.enumerated() { indexOfKey[member.key] = index }
  }
}

extension JSONObject: Equatable {
  /// Whether both have the same keys with equal values, in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.node }
  }
}
