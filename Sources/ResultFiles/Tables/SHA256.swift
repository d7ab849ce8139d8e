/// The hash SHA-256, fed piece by piece.
///
/// FIPS 180-4, "Secure Hash Standard", sections 4.1.2, 5 and 6.2. It lets a reader find out whether
/// a result file is the one that was published; nothing here keeps a secret.
public struct SHA256: Sendable {
  private var compression = Compression()
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// A hash of nothing so far.
  public init() {
    pending.reserveCapacity(128)
  }

  /// The hash of some bytes as 64 lower-case hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal()
  }

  /// Adds bytes to what is hashed; how they are cut into pieces does not matter.
  public mutating func update(_ bytes: [UInt8]) {
    byteCount &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      if pending.count < 64 { return }
      let block = pending
      compression.compress(block.span, from: 0)
      pending = []
    }
    let span = bytes.span
    while bytes.count - start >= 64 {
      compression.compress(span, from: start)
      start += 64
    }
    pending.append(contentsOf: bytes[start...])
  }

  /// The 32 bytes of the hash of everything added so far; more may be added afterwards.
  public func digest() -> [UInt8] {
    var last = compression
    var tail = pending
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bitCount = byteCount &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    for start in stride(from: 0, to: tail.count, by: 64) { last.compress(tail.span, from: start) }
    var bytes: [UInt8] = []
    for place in 0..<8 {
      for shift in stride(from: 24, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: last.state[place] >> UInt32(shift)))
      }
    }
    return bytes
  }

  /// The hash of everything added so far as 64 lower-case hexadecimal digits.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
