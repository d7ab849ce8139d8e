import TraffickingModel

/// What happens now and then and is counted, by month.
public enum Incident: Int, CaseIterable, Sendable {
  case clashes
  case escapes
  case officersLost
  case carriersLost
  case corruptPassages
  case controlledDeliveries
  case controlledDeliveriesCompleted
  case controlledDeliveriesLost
  case arrests
  case dismantlings
  case reformings
  case leads
  case falseLeads
  case leadsReceived
  case seizuresOnLeads
  case jointOperations
  case jointOperationsSucceeded
  case consignmentsInspected
  case consignmentsWavedThrough
  case redeployments

  /// The name in tables: words joined by hyphens.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
  }

  /// The incidents that can happen in a scenario.
  public static func all(in contents: ScenarioContents) -> [Incident] {
    allCases.filter { $0.canHappen(in: contents) }
  }

  /// Whether the section of the scenario that makes it happen is there.
  private func canHappen(in contents: ScenarioContents) -> Bool {
    switch self {
    case .clashes, .escapes, .officersLost, .carriersLost: contents.clashes != nil
    case .corruptPassages: true
    case .controlledDeliveries, .controlledDeliveriesCompleted, .controlledDeliveriesLost:
      contents.controlledDelivery != nil
    case .arrests, .dismantlings, .reformings:
      contents.organisations.contains { $0.structure != nil }
    case .leads, .falseLeads, .leadsReceived, .seizuresOnLeads: contents.intelligence != nil
    case .jointOperations, .jointOperationsSucceeded:
      contents.intelligence?.exchanges.contains { $0.jointOperations != nil } == true
    case .consignmentsInspected, .consignmentsWavedThrough: !contents.checkpoints.isEmpty
    case .redeployments: contents.frontiers.contains { $0.deployment != nil }
    }
  }

  /// What exactly is counted, in one sentence.
  public var definition: String {
    switch self {
    case .clashes: "Detections that carriers resisted with arms."
    case .escapes: "Clashes after which the consignment went on."
    case .officersLost: "Officers lost in clashes."
    case .carriersLost: "Carriers lost in clashes."
    case .corruptPassages: "Detected consignments that were let pass for money."
    case .controlledDeliveries: "Detected consignments that were let go on under watch."
    case .controlledDeliveriesCompleted: "Consignments seized at their market after a watch."
    case .controlledDeliveriesLost: "Watched consignments that were lost from sight."
    case .arrests: "Cells arrested after seizures or by joint operations."
    case .dismantlings: "Organisations that lost their last cell, were dismantled or went broke."
    case .reformings: "Organisations that formed anew."
    case .leads: "Leads that arose, true and false."
    case .falseLeads: "Leads that arose and were false."
    case .leadsReceived:
      "Receptions of leads over exchanges, one for each agency that a lead reaches."
    case .seizuresOnLeads: "Seizures by an agency that held a lead on the organisation."
    case .jointOperations: "Joint operations that were prepared."
    case .jointOperationsSucceeded: "Joint operations whose lead was true and still alive."
    case .consignmentsInspected: "Consignments inspected at a checkpoint."
    case .consignmentsWavedThrough: "Consignments waved through because the queue was full."
    case .redeployments: "Moves of the mobile patrols of a frontier."
    }
  }
}
