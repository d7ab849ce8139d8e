/// Who is selected for inspection at a checkpoint.
struct Vehicle: Sendable, BitwiseCopyable {
  /// When it came to the checkpoint (days).
  var arrivedAt: Double
  /// The draw in (0, 1) that decides how long its inspection takes.
  var inspectionDraw: Double
  /// Its record in the pool of consignments, or `licit`.
  var consignment: UInt32

  /// In place of a consignment: the vehicle carries none.
  static let licit = UInt32.max
}
