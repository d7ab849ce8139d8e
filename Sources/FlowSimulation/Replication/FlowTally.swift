/// A count of consignments and their mass.
struct FlowTally: Sendable, BitwiseCopyable {
  var count = 0.0
  var kilograms = 0.0

  @inline(__always)
  mutating func add(kilograms mass: Double) {
    count += 1
    kilograms += mass
  }

  mutating func add(_ other: FlowTally) {
    count += other.count
    kilograms += other.kilograms
  }
}
