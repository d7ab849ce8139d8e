import Foundation

/// How much memory this process has.
///
/// Unsafe because a function of glibc that no module declares is looked up by its name.
public enum ProcessMemory {
  /// What is in memory now (bytes); `nil` where the system does not say it as Linux does.
  ///
  /// What the program no longer uses is given back to the system first. Otherwise a load that takes
  /// what one before it has left would seem to need no memory.
  public static var resident: Int? {
    giveBack()
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return kibibytes * 1024
  }

  private static func giveBack() {
    guard let symbol = unsafe dlsym(nil, "malloc_trim") else { return }
    let trim = unsafe unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
    _ = trim(0)
  }

  /// What the memory grew by since an earlier reading, as a figure (MB).
  static func growth(_ name: String, since before: Int?) -> [Figure] {
    guard let before, let now = resident else { return [] }
    return [Figure(name, (Double(now - before) / 1e5).rounded() / 10, "MB")]
  }
}
