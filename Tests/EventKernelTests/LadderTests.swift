import EventKernel
import Testing

/// Loads that drive events through every part of the ladder, held against a sorted array.
@Suite("Ladder")
struct LadderTests {
  /// How far ahead events are scheduled.
  enum Increments: CaseIterable {
    case uniform, equal, fewValues, mostlyShort, widthsThatChange, geometric, bursts, farFuture
    case almostEqual, hugeAndTiny, tinyAfterHuge

    /// The increment for a draw in [0, 1) and the number of the event.
    func next(_ draw: Double, _ number: Int) -> Double {
      switch self {
      case .uniform: 2 * draw
      case .equal: 1
      case .fewValues: Double(Int(draw * 4))
      case .mostlyShort: draw < 0.9 ? draw * 0.01 : draw * 100
      case .widthsThatChange: (number / 3000).isMultiple(of: 2) ? draw : draw * 1e-6
      case .geometric: 1 / Double(sign: .plus, exponent: Int(draw * 60), significand: 1)
      case .bursts: number % 500 < 490 ? 0 : draw
      case .farFuture: draw < 0.02 ? 1e12 * draw : draw
      case .almostEqual: draw * 1e-14
      case .tinyAfterHuge: draw < 0.001 ? 1 : draw * 1e-9
      case .hugeAndTiny: draw < 0.5 ? draw * 1e-300 : draw * 1e250
      }
    }
  }

  @Test(
    "events come out in the defined order whatever the increments and the number pending",
    arguments: Increments.allCases, [3, 40, 2500])
  func order(increments: Increments, pending: Int) {
    var random = SplitMix(state: 17)
    var list = FutureEventList<UInt32>()
    var reference = SortedReference()
    var mismatches = 0
    for number in 0..<12_000 {
      let target = number / 4000 == 1 ? pending / 10 : pending
      while list.count < max(1, target) || random.unit() < 0.3 {
        let time = max(0, reference.now) + increments.next(random.unit(), number)
        list.schedule(UInt32(reference.scheduled), at: time)
        reference.schedule(at: time)
      }
      while list.count >= max(1, target) {
        let popped = list.popEarliest()
        let expected = reference.pop()
        if popped?.time != expected.time || Int(popped?.event ?? 0) != expected.number {
          mismatches += 1
        }
      }
    }
    while let popped = list.popEarliest() {
      let expected = reference.pop()
      if popped.time != expected.time || Int(popped.event) != expected.number { mismatches += 1 }
    }
    let isEmpty = list.isEmpty
    #expect(isEmpty)
    #expect(reference.isEmpty)
    #expect(mismatches == 0)
  }

  /// Limits lie before the earliest event, at it and beyond it, and events are scheduled before
  /// what a look has found.
  @Test(
    "looks with a limit leave the order as it is", arguments: Increments.allCases, [5, 100, 1000])
  func orderWithLimits(increments: Increments, pending: Int) {
    var random = SplitMix(state: 29)
    var list = FutureEventList<UInt32>()
    var reference = SortedReference()
    var (mismatches, refused) = (0, 0)
    for number in 0..<12_000 {
      let now = max(0, reference.now)
      if reference.count < pending / 2 || reference.count < pending && random.unit() < 0.6 {
        let time = now + increments.next(random.unit(), number)
        list.schedule(UInt32(reference.scheduled), at: time)
        reference.schedule(at: time)
        continue
      }
      let earliest = reference.earliestTime
      let draw = random.unit()
      let limit = draw < 0.2 ? earliest : now + (earliest - now) * 3 * draw
      let popped = list.popEarliest(before: limit)
      guard earliest < limit else {
        if popped != nil { mismatches += 1 }
        refused += 1
        continue
      }
      let expected = reference.pop()
      if popped?.time != expected.time || Int(popped?.event ?? 0) != expected.number {
        mismatches += 1
      }
    }
    #expect(mismatches == 0)
    #expect(refused > 1000)
  }

  @Test("an event that is not before the limit stays pending", arguments: [1, 10, 1000])
  func limit(pending: Int) {
    var list = FutureEventList<Int>()
    for number in 0..<pending { list.schedule(number, at: 10 + Double(number % 7)) }
    let early = list.popEarliest(before: 10)?.event
    list.schedule(-1, at: 5)
    let first = list.popEarliest(before: 10)?.event
    let second = list.popEarliest(before: 10)?.event
    let third = list.popEarliest(before: 10.5)?.event
    let count = list.count
    #expect(early == nil)
    #expect(first == -1)
    #expect(second == nil)
    #expect(third == 0)
    #expect(count == pending - 1)
  }

  @Test("after a look that took nothing out, an event before what was found comes first")
  func limitThenEarlier() {
    var list = FutureEventList<Int>()
    for number in 0..<1000 {
      list.schedule(number, at: number < 10 ? 0 : 500 + 10 * Double(number))
    }
    for _ in 0..<10 { _ = list.popEarliest() }
    let none = list.popEarliest(before: 100)?.event
    list.schedule(-1, at: 200)
    let first = list.popEarliest()?.event
    let second = list.popEarliest()?.event
    #expect(none == nil)
    #expect(first == -1)
    #expect(second == 10)
  }

  @Test("a list that was emptied half way goes on like a new one")
  func removeAll() {
    var list = FutureEventList<UInt32>()
    for round in 0..<3 {
      var random = SplitMix(state: 5)
      var reference = SortedReference()
      for _ in 0..<1000 {
        let time = random.unit() < 0.3 ? 1 : random.unit()
        list.schedule(UInt32(reference.scheduled), at: time)
        reference.schedule(at: time)
      }
      for _ in 0..<(400 + round) {
        let (popped, expected) = (list.popEarliest(), reference.pop())
        #expect(popped?.time == expected.time)
        #expect(popped.map { Int($0.event) } == expected.number)
      }
      list.removeAll()
      let isEmpty = list.isEmpty
      #expect(isEmpty)
    }
  }

  @Test("times that no bucket can tell apart come out in order")
  func extremeTimes() {
    var list = FutureEventList<Int>()
    let tiny = Double.leastNonzeroMagnitude
    let huge = Double.greatestFiniteMagnitude
    var times = [Double]()
    for number in 0..<40 { times.append(number.isMultiple(of: 2) ? tiny : 2 * tiny) }
    times += [-huge, huge, 0, -huge, huge]
    for (number, time) in times.enumerated() { list.schedule(number, at: time) }
    var drained = [Double]()
    while let next = list.popEarliest() { drained.append(next.time) }
    #expect(drained == times.sorted())
  }

  @Test("events scheduled just beyond those pending, again and again, need no further rungs")
  func rungsAreReplaced() {
    var random = SplitMix(state: 3)
    var list = FutureEventList<UInt32>()
    for number in 0..<100 { list.schedule(UInt32(number), at: random.unit() * 1e-9) }
    list.schedule(100, at: 1)
    var deepest = 0
    for number in 101..<50_000 {
      guard let popped = list.popEarliest() else { break }
      list.schedule(UInt32(number), at: popped.time + random.unit() * 1e-9)
      deepest = max(deepest, list.rungCount)
    }
    #expect(deepest >= 2)
    #expect(deepest <= 4)
  }

  @Test("many events of one time come out in the order of their scheduling")
  func oneTime() {
    var list = FutureEventList<UInt32>()
    for number in 0..<100_000 { list.schedule(UInt32(number), at: 1) }
    list.schedule(100_000, at: 2)
    for number in 100_001..<150_000 { list.schedule(UInt32(number), at: 1) }
    var disorder = 0
    var expected: UInt32 = 0
    while let next = list.popEarliest(before: 2) {
      if next.event != expected { disorder += 1 }
      expected += expected == 99_999 ? 2 : 1
    }
    let last = list.popEarliest()?.event
    #expect(disorder == 0)
    #expect(expected == 150_000)
    #expect(last == 100_000)
  }
}

/// Pending events, latest first, and of equal time the last scheduled first.
struct SortedReference {
  private var pending: [(time: Double, number: Int)] = []
  private(set) var scheduled = 0
  private(set) var now = -Double.infinity

  var isEmpty: Bool { pending.isEmpty }

  var count: Int { pending.count }

  /// The time of the event that comes next; infinite when there is none.
  var earliestTime: Double { pending.last?.time ?? .infinity }

  mutating func schedule(at time: Double) {
    var (low, high) = (0, pending.count)
    while low < high {
      let middle = (low + high) / 2
      if pending[middle].time > time { low = middle + 1 } else { high = middle }
    }
    pending.insert((time, scheduled), at: low)
    scheduled += 1
  }

  mutating func pop() -> (time: Double, number: Int) {
    let earliest = pending.removeLast()
    now = earliest.time
    return earliest
  }
}
