/// The corridors of a network by the place they lead to, for searches backwards from a target.
package struct IncomingCorridors {
  /// What leads to place `k` comes from `origins[starts[k] ..< starts[k + 1]]`.
  private let starts: [Int]
  private let origins: [Place.Index]

  /// The corridors that satisfy a condition. Cost: linear in the number of corridors.
  package init(_ contents: ScenarioContents, along isUsable: (Corridor) -> Bool) {
    var starts = [Int](repeating: 0, count: contents.places.count + 1)
    for corridor in contents.corridors where isUsable(corridor) {
      starts[corridor.to.offset + 1] += 1
    }
    for place in contents.places.indices { starts[place + 1] += starts[place] }
    var origins = [Place.Index](
      repeating: Place.Index(0), count: starts[contents.places.count])
    var next = starts
    for corridor in contents.corridors where isUsable(corridor) {
      origins[next[corridor.to.offset]] = corridor.from
      next[corridor.to.offset] += 1
    }
    self.starts = starts
    self.origins = origins
  }

  /// The places from which one of some targets can be reached, the targets included.
  ///
  /// Cost: linear in the number of corridors.
  package func placesReaching(_ targets: [Place.Index]) -> [Bool] {
    var reaches = [Bool](repeating: false, count: starts.count - 1)
    for target in targets { reaches[target.offset] = true }
    var frontier = targets
    while let place = frontier.popLast() {
      for origin in origins[starts[place.offset]..<starts[place.offset + 1]]
      where !reaches[origin.offset] {
        reaches[origin.offset] = true
        frontier.append(origin)
      }
    }
    return reaches
  }
}
