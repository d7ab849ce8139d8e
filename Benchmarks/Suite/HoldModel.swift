import ElementaryFunctions
import EventKernel
import RandomStreams

/// The hold model (Jones 1986), the standard load of a future event list: with a fixed number of
/// events pending, take out the earliest and schedule one at an exponential time after it.
public enum HoldModel {
  /// Does a number of holds.
  ///
  /// - Returns: the number of holds and a checksum of the order in which events came out.
  public static func run(pending: Int, holds: Int) -> (operations: Int, checksum: UInt64) {
    let streams = RandomStreams(seed: 1, replication: 0)
    var list = FutureEventList<UInt32>()
    for event in 0..<pending {
      let draw = streams.uniforms(.test, entity: 0, step: UInt64(event))
      list.schedule(UInt32(event), at: -Portable.log(draw.first))
    }
    var checksum = Checksum()
    for step in 0..<UInt64(holds / 4) {
      let draws = streams.uniforms(.test, entity: 1, step: step)
      hold(&list, draws.first, &checksum)
      hold(&list, draws.second, &checksum)
      hold(&list, draws.third, &checksum)
      hold(&list, draws.fourth, &checksum)
    }
    return (holds / 4 * 4, checksum.value)
  }

  @inline(__always)
  private static func hold(
    _ list: inout FutureEventList<UInt32>, _ draw: Double, _ checksum: inout Checksum
  ) {
    guard let (time, event) = list.popEarliest() else { return }
    checksum.add(UInt64(event))
    list.schedule(event, at: time - Portable.log(draw))
  }
}
