import RandomStreams

/// Checks across the entities of checkpoints, laboratories, intelligence and deployments.
extension ScenarioContents {
  /// What is wrong with them, empty when nothing is.
  func mechanismProblems() -> [ScenarioProblem] {
    fixedRoutingRestrictions() + deploymentProblems() + checkpointProblems() + laboratoryProblems()
      + exchangeProblems()
  }

  /// What has no meaning where nobody chooses a market or a route.
  private func fixedRoutingRestrictions() -> [ScenarioProblem] {
    guard routing == .fixed else { return [] }
    var problems = corridors.filter { $0.commodities != nil }.map { corridor in
      ScenarioProblem(
        pointer: "/corridors/\(corridor.id)/commodities",
        found: "found a corridor for some commodities under \"fixed\" routing",
        allowed: "such corridors under \"recursiveLogit\" only",
        hint: "given shares hold for every commodity")
    }
    problems += laboratories.map { laboratory in
      ScenarioProblem(
        pointer: "/laboratories/\(laboratory.id)",
        found: "found a laboratory under \"fixed\" routing",
        allowed: "laboratories under \"recursiveLogit\" only",
        hint: "its market would end every consignment there, those of the product too")
    }
    problems += supplies.filter { $0.releaseElasticity > 0 }.map { supply in
      ScenarioProblem(
        pointer: "/supplies/\(supply.id)/releaseElasticity",
        found: "found \(supply.releaseElasticity) under \"fixed\" routing",
        allowed: "0, or release that answers to prices under \"recursiveLogit\"",
        hint: "no supply has markets of its own there")
    }
    problems += organisations.filter { $0.structure?.finances != nil }.map { organisation in
      ScenarioProblem(
        pointer: "/organisations/\(organisation.id)/structure/finances",
        found: "found finances under \"fixed\" routing",
        allowed: "finances under \"recursiveLogit\" only",
        hint: "what a seizure costs follows from the price at a market, which is not known there")
    }
    return problems
  }

  private func deploymentProblems() -> [ScenarioProblem] {
    frontiers.enumerated().compactMap { offset, frontier in
      guard frontier.deployment != nil else { return nil }
      let patrolled = sections.count {
        $0.frontier.offset == offset && $0.surveillance?.patrols.isEmpty == false
      }
      if patrolled > 1 { return nil }
      return ScenarioProblem(
        pointer: "/frontiers/\(frontier.id)/deployment",
        found: "found \(patrolled) of its sections with patrols",
        allowed: "at least two sections with patrols, between which they can move")
    }
  }

  private func checkpointProblems() -> [ScenarioProblem] {
    let used = Set(corridors.compactMap(\.checkpoint))
    return checkpoints.compactMap(overloadProblem)
      + checkpoints.indices.filter { !used.contains(Checkpoint.Index($0)) }.map { offset in
        ScenarioProblem(
          pointer: "/checkpoints/\(checkpoints[offset].id)",
          found: "found a checkpoint that no corridor passes",
          allowed: "a checkpoint that some corridor names under \"checkpoint\"")
      }
  }

  /// A queue that grows without end is a slip in a number; where it is meant, it has a limit.
  private func overloadProblem(of checkpoint: Checkpoint) -> ScenarioProblem? {
    let selected = checkpoint.licitVehiclesPerDay * checkpoint.inspectedShare
    let minutes = checkpoint.inspectionMinutes.mean
    let capacity = Double(checkpoint.lanes) * 1440 / minutes
    if checkpoint.queueLimit != nil || selected == 0 || selected < capacity { return nil }
    return ScenarioProblem(
      pointer: "/checkpoints/\(checkpoint.id)",
      found: "found \(selected) licit vehicles a day to inspect for \(minutes) minutes in "
        + "\(checkpoint.lanes) lanes, where any number may wait",
      allowed: "fewer than \(capacity) a day, or a limit to the queue",
      hint: "add lanes, select a smaller share, or say under \"queueLimit\" how many may wait")
  }

  private func laboratoryProblems() -> [ScenarioProblem] {
    var problems = [ScenarioProblem]()
    var markets = Set<Market.Index>()
    var supplies = Set<Supply.Index>()
    for laboratory in laboratories {
      let pointer = "/laboratories/\(laboratory.id)"
      let market = self.markets[laboratory.market]
      let supply = self.supplies[laboratory.supply]
      if !markets.insert(laboratory.market).inserted {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/market",
            found: "found \"\(market.id)\", which another laboratory uses",
            allowed: "a market of its own for each laboratory"))
      }
      if !supplies.insert(laboratory.supply).inserted {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/supply",
            found: "found \"\(supply.id)\", which another laboratory fills",
            allowed: "a supply of its own for each laboratory"))
      }
      if supply.place != market.place {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/supply",
            found: "found \"\(supply.id)\" at \"\(places[supply.place].id)\"",
            allowed: "a supply at \"\(places[market.place].id)\", where the inputs are delivered"))
      }
      if market.demands.contains(where: { $0.commodity == supply.commodity }) {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/market",
            found: "found \"\(market.id)\", which takes the laboratory's own product",
            allowed: "a market that takes inputs only",
            hint: "give consumers at the same place a market of their own"))
      }
      problems += recipeProblems(of: laboratory, pointer)
    }
    return problems
  }

  private func recipeProblems(of laboratory: Laboratory, _ pointer: String) -> [ScenarioProblem] {
    let market = markets[laboratory.market]
    return laboratory.recipe.compactMap { input in
      let id = commodities[input.commodity].id
      if input.commodity == supplies[laboratory.supply].commodity {
        return ScenarioProblem(
          pointer: "\(pointer)/recipe/\(id)", found: "found the product itself as an input",
          allowed: "inputs other than what the supply is of")
      }
      if market.demands.contains(where: { $0.commodity == input.commodity }) { return nil }
      return ScenarioProblem(
        pointer: "\(pointer)/recipe/\(id)",
        found: "found \(id), which the market \"\(market.id)\" does not take",
        allowed: "inputs that are delivered there",
        hint: "add it to /markets/\(market.id)/commodities")
    }
  }

  private func exchangeProblems() -> [ScenarioProblem] {
    (intelligence?.exchanges ?? []).compactMap { exchange in
      if Set(exchange.members).count == exchange.members.count { return nil }
      return ScenarioProblem(
        pointer: "/intelligence/exchanges/\(exchange.id)/members",
        found: "found an agency named twice", allowed: "every member once")
    }
  }
}
