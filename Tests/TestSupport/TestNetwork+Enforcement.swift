import RandomStreams
import TraffickingModel

extension TestNetwork {
  /// Changes an agency that is already there.
  package mutating func agency(_ id: String, _ change: (inout Agency) -> Void) {
    change(&contents.agencies[agencyIndex(id).offset])
  }

  /// Changes an organisation that is already there.
  package mutating func organisation(_ id: String, _ change: (inout Organisation) -> Void) {
    change(&contents.organisations[organisationIndex(id).offset])
  }

  /// Gives an organisation cells that can be arrested; recoveries take fixed times.
  package mutating func structure(
    of organisation: String, cells: Int, replacementDays: Double = 1e6,
    reformingDays: Double = 1e6, successionShare: Double = 1,
    finances: Organisation.Finances? = nil
  ) {
    contents.organisations[organisationIndex(organisation).offset].structure =
      Organisation.Structure(
        cells: cells, replacementDays: .always(replacementDays),
        reformingDays: .always(reformingDays), successionShare: successionShare,
        finances: finances)
  }

  /// Adds a source that gives an agency leads.
  package mutating func leadSource(_ id: String, of agency: String, perYear: Double) {
    let source = LeadSource(
      id: id, name: id, recipient: .agency(agencyIndex(agency)), leadsPerYear: perYear)
    contents.intelligence?.sources.append(source)
  }

  /// Adds an exchange.
  package mutating func exchange(
    _ id: String, _ form: Exchange.Form, of members: [String], probability: Double = 1,
    delayDays: Double = 0, completeness: Double = 1, trust: Double = 1, trustGain: Double = 0,
    jointOperations: Exchange.JointOperations? = nil
  ) {
    let exchange = Exchange(
      id: id, name: id, form: form, members: members.map(agencyIndex),
      probability: probability, delayDays: .always(delayDays), completeness: completeness,
      trust: trust, trustGain: trustGain, jointOperations: jointOperations)
    contents.intelligence?.exchanges.append(exchange)
  }
}
