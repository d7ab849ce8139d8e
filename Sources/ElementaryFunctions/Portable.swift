/// Elementary and special functions that return the same bits on every machine.
///
/// The C library picks a variant of `log`, `exp`, `pow` and the rest by the processor it runs on,
/// and the variants differ in the last bit for about one argument in a thousand. One flipped bit in
/// one comparison of event times changes everything that follows, so no result may depend on the
/// C library. The functions here use only `+ - * /`, square roots, comparisons and bit casts, all
/// of which IEEE 754 defines exactly, and Swift never fuses a product with a sum. The price is an
/// error of up to about one unit in the last place where the best libraries reach one half.
///
/// Arguments outside a function's domain give NaN, as in the C library; nothing traps.
/// Coefficients of polynomials named as our own fits were computed by interpolation at Chebyshev
/// nodes in arithmetic of 60 digits and then rounded.
public enum Portable {
  /// The natural logarithm of 2, its upper 32 bits: a product with an exponent is exact.
  @usableFromInline static let logTwoUpper = 0x1.62e42feep-1

  /// What `logTwoUpper` leaves of the natural logarithm of 2.
  @usableFromInline static let logTwoLower = 0x1.a39ef35793c76p-33

  /// One half of the natural logarithm of 2 pi.
  static let halfLogTwoPi = 0.918938533204672741780329736406
}
