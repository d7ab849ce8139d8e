/// The program that writes results: part of what makes them reproducible.
public enum PanjVersion {
  /// The version of the program (semantic versioning).
  public static let current = "0.1.0"
}
