/// JSON Merge Patch (RFC 7396): a document that says what differs from another.
public enum JSONMergePatch {
  /// The target with the patch applied.
  ///
  /// A member of the patch replaces the target's, `null` removes it, and objects are merged key by
  /// key; arrays are replaced whole. Members keep the target's order, new ones follow in the
  /// patch's. Every value and key keeps the location of the file it came from. Time grows with
  /// the size of the patch and of the objects it reaches into.
  public static func apply(_ patch: JSONNode, to target: JSONNode) -> JSONNode {
    guard let changes = patch.object else { return patch }
    var result = target
    var object = JSONObject()
    if let base = target.object {
      object = base
    } else {
      result.location = patch.location
    }
    for change in changes.members {
      if case .null = change.node.value {
        object.remove(change.key)
        continue
      }
      var member = change
      if let existing = object.member(change.key) {
        member.node = apply(change.node, to: existing.node)
        // A merged object is still the one that the target's file opened.
        if existing.node.object != nil, change.node.object != nil {
          member.keyLocation = existing.keyLocation
        }
      } else {
        member.node = apply(change.node, to: .null)
      }
      object.set(member)
    }
    result.value = .object(object)
    return result
  }
}
