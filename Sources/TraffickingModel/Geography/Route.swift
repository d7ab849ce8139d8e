/// A group of frontiers by which flow leaves its country of origin, e.g. the Northern route.
public struct Route: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Route>
  /// The id, e.g. `northern`.
  public var id: String
  /// The name for people.
  public var name: String

  /// A route.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
