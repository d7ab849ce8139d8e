/// The place of an entity in its array of the `Scenario`: a typed small integer.
///
/// Two indices of different entities cannot be mixed up, and an array of them is as small as an
/// array of `Int32`.
@frozen
public struct EntityIndex<Entity>: Hashable, Sendable, BitwiseCopyable, Comparable {
  /// The position in the array, from 0.
  public let position: Int32

  /// The index of the entity at `position`.
  @inlinable
  public init(_ position: Int) { self.position = Int32(position) }

  /// The position as an `Int`, for subscripts.
  @inlinable public var offset: Int { Int(position) }

  /// Order of position.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}

extension Array {
  /// The entity at a typed index.
  @inlinable
  public subscript(index: EntityIndex<Element>) -> Element { self[index.offset] }
}
