public import TraffickingModel

/// One number of a scenario with everything the scenario says about it.
public struct AnnotatedQuantity: Sendable, Equatable {
  /// Where the number (or the annotated number) stands in the document.
  public var pointer: JSONPointer
  /// Where it stands in its file.
  public var location: SourceLocation?
  /// The value.
  public var value: Double
  /// Its unit and range.
  public var quantity: Quantity
  /// The low end of its plausible values, if given.
  public var low: Double?
  /// The high end of its plausible values, if given.
  public var high: Double?
  /// The distribution of its plausible values, if given in place of a low and a high one.
  public var uncertainty: Uncertainty?
  /// The key in `/sources` of where it comes from: its own, or inherited.
  public var source: String?
  /// Whether the source is that of an enclosing object rather than its own.
  public var isSourceInherited: Bool
  /// The remark on it: its own, or else that of the nearest enclosing object that has one.
  public var note: String?

  /// The unit of the value.
  public var unit: String { quantity.unit }

  /// Whether anything says how uncertain the value is.
  public var hasUncertainty: Bool { low != nil || uncertainty != nil }
}
