import ScenarioFormat
import TraffickingModel

/// Reads a text, or gives the problem that it has.
func firstProblem(in text: String) -> ScenarioProblem? { firstProblem(in: Array(text.utf8)) }

/// Reads bytes, or gives the problem that they have.
func firstProblem(in bytes: [UInt8]) -> ScenarioProblem? {
  do throws(ScenarioError) {
    _ = try JSONReader.read(bytes, file: "test.json")
    return nil
  } catch {
    return error.problems.first
  }
}

/// Reads a text that is valid.
func node(_ text: String, file: String = "test.json") throws(ScenarioError) -> JSONNode {
  try JSONReader.read(Array(text.utf8), file: file)
}
