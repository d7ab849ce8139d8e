/// How the next corridor is chosen.
public enum RoutingRule: String, Sendable, CaseIterable {
  /// By the corridors' given shares: an absorbing Markov chain.
  case fixed
  /// By the recursive logit of Fosgerau, Frejinger and Karlström (2013).
  case recursiveLogit
}
