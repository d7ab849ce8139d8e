/// The queue M/M/1: customers come at rate 0.9 to one server of rate 1 and leave in the order of
/// their coming, until the last is served. Two events a customer.
///
/// The mean time in the system is 10 (1 / (1 - 0.9)); over n customers its standard error is about
/// the square root of 35,900 / n, since times are correlated (Whitt, Management Science 35 (1989)
/// 1341-1366).
public struct SingleServerQueue: Sendable {
  /// How many customers come.
  public var customers: Int

  /// Arrivals in a unit of time, where the server needs one unit for a customer.
  public static let arrivalRate = 0.9
  /// The expected time in the system.
  public static let expectedTime = 1 / (1 - arrivalRate)

  /// A load of so many customers.
  public init(customers: Int) { self.customers = customers }

  /// Serves all customers.
  ///
  /// - Returns: two events a customer, a checksum of all times of departure, and as a check the
  ///   mean time in the system.
  public func run() -> WorkDone {
    var run = QueueRun(customers: customers)
    let stopwatch = Stopwatch()
    run.serveAll()
    return WorkDone(
      operations: 2 * customers, checksum: run.checksum.value, time: stopwatch.reading,
      check: run.timeInSystem / Double(customers))
  }
}
