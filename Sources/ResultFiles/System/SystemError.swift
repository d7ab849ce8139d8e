/// An error number of the operating system and the system's own words for it.
struct SystemError: Error, Equatable {
  let code: Int32
  let text: String

  /// What a user can do about it, where that is not plain from the text.
  var hint: String? {
    if code == SystemCall.noSpace || code == SystemCall.quotaExceeded {
      return "free some space, or choose another folder; nothing half-written was left behind"
    }
    if code == SystemCall.readOnlyFileSystem || code == SystemCall.accessDenied {
      return "choose a folder in which you may write"
    }
    return nil
  }
}
