import EventKernel
import Testing

@Suite("Future event list")
struct FutureEventListTests {
  @Test("Events come out by time")
  func popsByTime() {
    var list = FutureEventList<Int>()
    for time in [3.0, 1.0, 2.0, 0.0] { list.schedule(Int(time), at: time) }
    #expect(drain(&list).map(\.event) == [0, 1, 2, 3])
  }

  @Test("Events of equal time come out in the order of their scheduling")
  func popsEqualTimesInOrderOfScheduling() {
    var list = FutureEventList<Int>()
    for event in 0..<100 { list.schedule(event, at: event.isMultiple(of: 2) ? 1 : 2) }
    let evens = Array(stride(from: 0, to: 100, by: 2))
    let odds = Array(stride(from: 1, to: 100, by: 2))
    #expect(drain(&list).map(\.event) == evens + odds)
  }

  @Test("An empty list has no earliest event")
  func emptyListPopsNothing() {
    var list = FutureEventList<Int>()
    let (isEmpty, popped) = (list.isEmpty, list.popEarliest())
    #expect(isEmpty)
    #expect(popped == nil)
  }

  @Test("After removeAll the list starts anew, also in time")
  func removeAllStartsAnew() {
    var list = FutureEventList<Int>()
    list.schedule(1, at: 10)
    _ = list.popEarliest()
    list.schedule(2, at: 20)
    list.removeAll()
    let isEmpty = list.isEmpty
    list.schedule(3, at: 5)
    let event = list.popEarliest()?.event
    let now = list.now
    #expect(isEmpty)
    #expect(event == 3)
    #expect(now == 5)
  }

  /// The reference is an array that is sorted stably by time whenever an event is popped. Times
  /// are drawn from few values, so that equal times are common.
  @Test(
    "Any mixture of scheduling and popping equals a sorted array",
    arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func equalsSortedArray(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var list = FutureEventList<Int>()
    var reference = [(time: Double, order: Int)]()
    var now = 0.0
    for order in 0..<2_000 {
      let draw = generator.next()
      let pops = draw % 5 < 2
      if pops, !reference.isEmpty {
        reference.sort { ($0.time, $0.order) < ($1.time, $1.order) }
        let expected = reference.removeFirst()
        let popped = list.popEarliest()
        #expect(popped?.time == expected.time)
        #expect(popped?.event == expected.order)
        now = expected.time
      } else {
        let time = now + Double((draw >> 8) % 7)
        list.schedule(order, at: time)
        reference.append((time, order))
      }
      let count = list.count
      #expect(count == reference.count)
    }
  }

  @Test("a time that is not finite, or lies in the past, stops the program")
  func wrongTimes() async {
    await #expect(processExitsWith: .failure) {
      var list = FutureEventList<Int>()
      list.schedule(0, at: -.infinity)
    }
    await #expect(processExitsWith: .failure) {
      var list = FutureEventList<Int>()
      list.schedule(0, at: .infinity)
    }
    await #expect(processExitsWith: .failure) {
      var list = FutureEventList<Int>()
      list.schedule(0, at: .nan)
    }
    await #expect(processExitsWith: .failure) {
      var list = FutureEventList<Int>()
      list.schedule(0, at: 2)
      _ = list.popEarliest()
      list.schedule(1, at: 1)
    }
  }

  private func drain(_ list: inout FutureEventList<Int>) -> [(time: Double, event: Int)] {
    var drained = [(time: Double, event: Int)]()
    while let next = list.popEarliest() { drained.append(next) }
    return drained
  }
}
