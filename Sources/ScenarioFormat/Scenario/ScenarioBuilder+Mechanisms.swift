import RandomStreams
import TraffickingModel

/// What an organisation is made of, laboratories, checkpoints, the outcomes of a detection and
/// intelligence.
extension ScenarioBuilder {
  func structure(_ cursor: Cursor) throws(ScenarioProblem) -> Organisation.Structure {
    Organisation.Structure(
      cells: cursor["cells"].integer,
      replacementDays: try DistributionShape.distribution(at: cursor["replacementDays"]),
      reformingDays: try DistributionShape.distribution(at: cursor["reformingDays"]),
      successionShare: cursor["successionShare"].number,
      finances: cursor.optional("finances").map { finances in
        Organisation.Finances(
          capital: finances["capitalUSD"].number, margin: finances["margin"].number,
          spendingPerYear: finances["spendingUSDPerYear"].number)
      })
  }

  func priceResponse(_ cursor: Cursor) -> Market.PriceResponse {
    Market.PriceResponse(
      elasticity: cursor["elasticity"].number, memoryDays: cursor["memoryDays"].number,
      limitFactor: cursor["limitFactor"].number)
  }

  func laboratory(_ entry: Entry) -> Laboratory {
    let cursor = entry.value
    return Laboratory(
      id: entry.key, name: cursor["name"].text, market: index(cursor["market"].text, in: markets),
      supply: index(cursor["supply"].text, in: supplies),
      recipe: cursor["recipe"].entries.map { commodity, amount in
        Laboratory.Input(
          commodity: index(commodity, in: commodities), kilogramsPerKilogram: amount.number)
      },
      capacityKilogramsPerDay: cursor["capacityKilogramsPerDay"].number,
      batchDays: cursor["batchDays"].number)
  }

  func checkpoint(_ entry: Entry) throws(ScenarioProblem) -> Checkpoint {
    let cursor = entry.value
    return Checkpoint(
      id: entry.key, name: cursor["name"].text, lanes: cursor["lanes"].integer,
      inspectionMinutes: try DistributionShape.distribution(at: cursor["inspectionMinutes"]),
      inspectedShare: cursor["inspectedShare"].number,
      queueLimit: cursor.optional("queueLimit")?.integer,
      licitVehiclesPerDay: cursor["licitVehiclesPerDay"].number)
  }

  func clashes(_ cursor: Cursor) -> Clashes {
    Clashes(
      seizureProbability: cursor["seizureProbability"].number,
      officerLosses: cursor["officerLosses"].number,
      carrierLosses: cursor["carrierLosses"].number)
  }

  func controlledDelivery(_ cursor: Cursor) -> ControlledDelivery {
    ControlledDelivery(
      lossPerPassage: cursor["lossPerPassage"].number,
      dismantlingProbability: cursor["dismantlingProbability"].number,
      minimumKilograms: cursor["minimumKilograms"].number)
  }

  func intelligence(_ cursor: Cursor) throws(ScenarioProblem) -> Intelligence {
    Intelligence(
      leadsPerSeizure: cursor["leadsPerSeizure"].number,
      leadsPerArrest: cursor["leadsPerArrest"].number, falseShare: cursor["falseShare"].number,
      lifetimeDays: cursor["lifetimeDays"].number, hazardFactor: cursor["hazardFactor"].number,
      falseLeadFactor: cursor["falseLeadFactor"].number,
      sources: (cursor.optional("sources")?.entries ?? []).map(leadSource),
      exchanges: try (cursor.optional("exchanges")?.entries ?? []).map(exchange))
  }

  private func leadSource(_ entry: Entry) -> LeadSource {
    let cursor = entry.value
    let recipient: LeadSource.Recipient =
      if let agency = cursor.optional("agency") {
        .agency(index(agency.text, in: agencies))
      } else {
        .exchange(index(cursor["exchange"].text, in: exchanges))
      }
    return LeadSource(
      id: entry.key, name: cursor["name"].text, recipient: recipient,
      leadsPerYear: cursor["leadsPerYear"].number)
  }

  private func exchange(_ entry: Entry) throws(ScenarioProblem) -> Exchange {
    let cursor = entry.value
    var operations: Exchange.JointOperations?
    if let own = cursor.optional("jointOperations") {
      operations = Exchange.JointOperations(
        perSharedLead: own["perSharedLead"].number,
        preparationDays: try DistributionShape.distribution(at: own["preparationDays"]),
        cellsArrested: own["cellsArrested"].integer)
    }
    return Exchange(
      id: entry.key, name: cursor["name"].text,
      form: Exchange.Form(rawValue: cursor["form"].text) ?? .bilateral,
      members: cursor["members"].list.map { index($0.text, in: agencies) },
      probability: cursor["probability"].number,
      delayDays: try DistributionShape.distribution(at: cursor["delayDays"]),
      completeness: cursor["completeness"].number, trust: cursor["trust"].number,
      trustGain: cursor["trustGain"].number, jointOperations: operations)
  }
}
