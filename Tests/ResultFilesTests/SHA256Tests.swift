import ResultFiles
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the examples published with FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
          + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func published(text: String, hash: String) {
    #expect(SHA256.hexadecimal(Array(text.utf8)) == hash)
  }

  @Test("a million letters a, as FIPS 180-4 has it, fed in pieces")
  func million() {
    var hash = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    for _ in 0..<1000 { hash.update(piece) }
    #expect(
      hash.hexadecimal() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("however the bytes are cut, the hash is the same")
  func pieces() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = SHA256.hexadecimal(bytes)
    for cut in 0...300 {
      var hash = SHA256()
      hash.update(Array(bytes[..<cut]))
      hash.update([])
      hash.update(Array(bytes[cut...]))
      #expect(hash.hexadecimal() == whole)
    }
  }

  @Test("every length around the ends of a block")
  func lengths() {
    // The hash of the hashes of 0 to 130 zero bytes, from an independent implementation.
    var all = SHA256()
    for count in 0...130 {
      var hash = SHA256()
      hash.update([UInt8](repeating: 0, count: count))
      all.update(hash.digest())
    }
    #expect(all.hexadecimal() == "d6e99a52e4f306ac462a8669cfa9744fc9ac0cd54f1c1c92b91d2e3257397ead")
  }

  @Test("taking the hash does not end it")
  func goingOn() {
    var hash = SHA256()
    hash.update(Array("a".utf8))
    _ = hash.digest()
    hash.update(Array("bc".utf8))
    #expect(hash.hexadecimal() == SHA256.hexadecimal(Array("abc".utf8)))
  }
}
