import Foundation
import Reporting
import ResultFiles

/// The end of the process.
enum ProcessExit {
  /// Ends the process with a status.
  static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
}
