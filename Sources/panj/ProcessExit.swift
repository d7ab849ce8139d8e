import Foundation
import Reporting

/// The end of the process.
enum ProcessExit {
  /// Ends the process with a status.
  static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
}
