import Foundation

/// The graph of the network walk, as `Benchmarks/Peers/graph.txt` says it: places with equally many
/// corridors each, and at the end of the numbering sinks without any.
public struct WalkGraph: Sendable {
  /// How many places there are, sinks included.
  public let places: Int
  /// How many of them, the last ones, are sinks.
  public let sinks: Int
  /// By corridor, place after place: where it leads.
  public let heads: [Int]
  /// By corridor: the chance to take it at the place where it starts.
  public let shares: [Double]
  /// By corridor: its mean duration.
  public let means: [Double]

  /// How many corridors leave every place that is no sink.
  public static let corridorsPerPlace = 8
  /// At each of the first so many places an equal part of the walkers starts.
  public static let sources = 10
  /// The chance that a walker is detected on a corridor.
  public static let detection = 0.02

  /// How many places have corridors.
  public var transientPlaces: Int { places - sinks }

  /// Reads a graph.
  ///
  /// - Throws: `LoadError` if the file cannot be read or does not hold such a graph.
  public init(path: String) throws {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw LoadError(
        "cannot read the graph \(path); run from the project's folder or say --graph FILE")
    }
    let words = text.split { $0 == " " || $0 == "\n" }
    let header = words.prefix(3).compactMap { Int($0) }
    guard header.count == 3, header[1] == Self.corridorsPerPlace, header[2] > 0,
      header[0] - header[2] >= Self.sources, header[0] <= 1 << 16
    else {
      throw LoadError(
        "\(path), line 1: found \(words.prefix(3).joined(separator: " ")), expected the number of "
          + "places, \(Self.corridorsPerPlace) and the number of sinks")
    }
    (places, sinks) = (header[0], header[2])
    let corridors = (places - sinks) * Self.corridorsPerPlace
    guard words.count == 3 + 3 * corridors else {
      throw LoadError("\(path): found \(words.count / 3 - 1) corridors, expected \(corridors)")
    }
    var heads = [Int]()
    var shares = [Double]()
    var means = [Double]()
    for corridor in 0..<corridors {
      let row = 3 + 3 * corridor
      guard let head = Int(words[row]), (0..<places).contains(head),
        let share = Double(words[row + 1]), share >= 0,
        let mean = Double(words[row + 2]), mean > 0
      else {
        throw LoadError(
          "\(path), line \(corridor + 2): expected a place, a chance and a mean duration")
      }
      heads.append(head)
      shares.append(share)
      means.append(mean)
    }
    (self.heads, self.shares, self.means) = (heads, shares, means)
  }
}
