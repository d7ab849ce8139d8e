import TraffickingModel

/// How strong an organisation is.
struct OrganisationState: Sendable, BitwiseCopyable {
  /// Cells at full strength; 0 for an organisation that nothing weakens.
  var fullCells: Int32
  /// Cells it has.
  var cells: Int32
  /// Counts how often it was dismantled, so that what was under way before is void afterwards.
  var formation: UInt16 = 0
  /// How many recoveries have begun: names the luck of the next.
  var recoveries: UInt64 = 0
  /// What it trades with (USD).
  var capital: Double

  init(_ organisation: CompiledOrganisation) {
    fullCells = Int32(organisation.structure?.cells ?? 0)
    cells = fullCells
    capital = organisation.structure?.finances?.capital ?? 0
  }

  /// The part of its cells that it has, 0 to 1.
  var strength: Double { fullCells == 0 ? 1 : Double(cells) / Double(fullCells) }

  /// Whether it has lost all of them.
  var isDismantled: Bool { fullCells > 0 && cells == 0 }
}
