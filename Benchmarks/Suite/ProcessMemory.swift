import Foundation

/// How much memory this process has.
public enum ProcessMemory {
  /// What is in memory now (bytes); `nil` where the system does not say it as Linux does.
  public static var resident: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return kibibytes * 1024
  }

  /// What the memory grew by since an earlier reading, as a figure (MB).
  static func growth(_ name: String, since before: Int?) -> [Figure] {
    guard let before, let now = resident else { return [] }
    return [Figure(name, (Double(now - before) / 1e5).rounded() / 10, "MB")]
  }
}
