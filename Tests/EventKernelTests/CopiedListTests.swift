import EventKernel
import Testing

/// A list in the place of another one, and a list without some of its events.
@Suite("Copied future event lists")
struct CopiedListTests {
  /// Schedules and pops until some events are pending in many parts of the ladder.
  private func load(
    _ list: inout FutureEventList<UInt32>, pending: Int, seed: UInt64, scale: Double
  ) {
    var random = SplitMix(state: seed)
    var number: UInt32 = 0
    for _ in 0..<(3 * pending) {
      while list.count < pending {
        // Whole numbers meet in one bucket, far ones lie in the top.
        let draw = random.unit()
        let ahead =
          draw < 0.3 ? Double(Int(draw * 20)) : draw < 0.35 ? 1000 * draw : draw * scale
        list.schedule(number, at: max(0, list.now) + ahead)
        number += 1
      }
      _ = list.popEarliest()
    }
  }

  private func drained(_ list: inout FutureEventList<UInt32>) -> [String] {
    var events = [String]()
    var random = SplitMix(state: 8)
    while let next = list.popEarliest() {
      events.append("\(next.event) at \(next.time)")
      // New ones come in meanwhile.
      if events.count < 200, list.count > 0 {
        list.schedule(UInt32(1_000_000 + events.count), at: list.now + 3 * random.unit())
      }
    }
    return events
  }

  @Test(
    "a copy goes on like the list that it was made of, whatever was in it before",
    arguments: [0, 3, 40, 2500, 20_000], [0, 50, 30_000])
  func copy(pending: Int, before: Int) {
    var original = FutureEventList<UInt32>()
    load(&original, pending: pending, seed: 5, scale: 1)
    var copy = FutureEventList<UInt32>()
    load(&copy, pending: before, seed: 6, scale: 1e-3)
    copy.copy(from: original)
    let (count, now) = (copy.count, copy.now)
    #expect(count == original.count)
    #expect(now == original.now)
    let first = drained(&copy)
    // And once more, into what has been emptied.
    copy.copy(from: original)
    let second = drained(&copy)
    let third = drained(&original)
    #expect(first == third)
    #expect(second == third)
  }

  @Test("what is removed does not come, the rest comes in its order", arguments: [0, 10, 3000])
  func removal(pending: Int) {
    var list = FutureEventList<UInt32>()
    load(&list, pending: pending, seed: 7, scale: 1)
    var reference = FutureEventList<UInt32>()
    reference.copy(from: list)
    let time = list.now
    list.removeAll { $1.isMultiple(of: 3) }
    let now = list.now
    #expect(now == time)
    var (expected, found) = ([UInt32](), [UInt32]())
    while let next = reference.popEarliest() {
      if !next.event.isMultiple(of: 3) { expected.append(next.event) }
    }
    while let next = list.popEarliest() { found.append(next.event) }
    #expect(found == expected)
  }
}
