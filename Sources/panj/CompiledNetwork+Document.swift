import FlowSimulation
import ScenarioFormat
import TraffickingModel

extension CompiledNetwork {
  /// The network of a scenario that was read from a file.
  ///
  /// - Throws: what only laying out the network reveals, with file, line and column.
  init(of document: ScenarioDocument) throws(ScenarioError) {
    do throws(ScenarioError) {
      try self.init(document.scenario)
    } catch {
      throw error.located(in: document.resolved)
    }
  }
}
