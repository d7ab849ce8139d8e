extension Portable {
  /// Both tails of a gamma distribution of large shape by Temme's uniform asymptotic expansion.
  ///
  /// With eta²/2 = m - log(1 + m), m = (x - shape) / shape, the tails are normal tails at eta
  /// sqrt(shape) plus a correction in powers of 1 / shape whose coefficients are power series in
  /// eta (Temme, SIAM Journal on Mathematical Analysis 10 (1979) 757-766; NIST DLMF 8.12). Seven
  /// powers, each series as long as shape >= 100 and |eta| < 0.83 require; the coefficients come
  /// from the recurrence DLMF 8.12.11 in exact fractions.
  static func temmeExpansion(shape: Double, at x: Double) -> GammaProbabilities {
    let relative = (x - shape) / shape
    let halfSquare = -logOnePlusMinusArgument(relative)
    let size = (2 * halfSquare).squareRoot()
    let eta = x < shape ? -size : size
    let inverse = 1 / shape
    var sum = temmeCoefficient6(eta)
    sum = sum * inverse + temmeCoefficient5(eta)
    sum = sum * inverse + temmeCoefficient4(eta)
    sum = sum * inverse + temmeCoefficient3(eta)
    sum = sum * inverse + temmeCoefficient2(eta)
    sum = sum * inverse + temmeCoefficient1(eta)
    sum = sum * inverse + temmeCoefficient0(eta)
    let gaussian = exp(-shape * halfSquare) / (6.283185307179586 * shape).squareRoot()
    let correction = gaussian * sum
    let z = eta * shape.squareRoot()
    return GammaProbabilities(
      lower: normalCumulative(z) - correction,
      upper: normalCumulative(-z) + correction,
      densityByLog: shape * gaussian * exp(-stirlingCorrection(shape)))
  }

  private static func temmeCoefficient0(_ eta: Double) -> Double {
    var sum = 2.8534893807047445e-14
    sum = sum * eta - 1.392388722418162e-13
    sum = sum * eta + 3.371763262400985e-13
    sum = sum * eta + 1.1004392031956135e-13
    sum = sum * eta - 5.0276692801141755e-12
    sum = sum * eta + 2.4361948020667415e-11
    sum = sum * eta - 5.830772132550426e-11
    sum = sum * eta - 2.5514193994946248e-11
    sum = sum * eta + 9.14769958223679e-10
    sum = sum * eta - 4.382036018453353e-09
    sum = sum * eta + 1.0261809784240309e-08
    sum = sum * eta + 6.707853543401498e-09
    sum = sum * eta - 1.7665952736826078e-07
    sum = sum * eta + 8.296711340953087e-07
    sum = sum * eta - 1.85406221071516e-06
    sum = sum * eta - 2.185448510679992e-06
    sum = sum * eta + 3.919263178522438e-05
    sum = sum * eta - 0.0001787551440329218
    sum = sum * eta + 0.0003527336860670194
    sum = sum * eta + 0.0011574074074074073
    sum = sum * eta - 0.014814814814814815
    sum = sum * eta + 0.08333333333333333
    sum = sum * eta - 0.3333333333333333
    return sum
  }

  private static func temmeCoefficient1(_ eta: Double) -> Double {
    var sum = 5.996696365683689e-13
    sum = sum * eta - 2.933186643771437e-12
    sum = sum * eta + 7.1624989648114856e-12
    sum = sum * eta + 6.067215101604758e-14
    sum = sum * eta - 8.56390702649298e-11
    sum = sum * eta + 4.162792991842583e-10
    sum = sum * eta - 1.0091543710600413e-09
    sum = sum * eta - 1.7543241719747647e-11
    sum = sum * eta + 1.1951628599778148e-08
    sum = sum * eta - 5.752545603517705e-08
    sum = sum * eta + 1.378633446915721e-07
    sum = sum * eta + 4.647127802807434e-09
    sum = sum * eta - 1.6120900894563446e-06
    sum = sum * eta + 7.64916091608111e-06
    sum = sum * eta - 1.8098550334489977e-05
    sum = sum * eta - 4.018775720164609e-07
    sum = sum * eta + 0.00020576131687242798
    sum = sum * eta - 0.0009902263374485596
    sum = sum * eta + 0.0026455026455026454
    sum = sum * eta - 0.003472222222222222
    sum = sum * eta - 0.001851851851851852
    return sum
  }

  private static func temmeCoefficient2(_ eta: Double) -> Double {
    var sum = 1.197593554636698e-11
    sum = sum * eta - 5.5645956134363323e-11
    sum = sum * eta + 1.2872252400089318e-10
    sum = sum * eta + 9.428356159014678e-13
    sum = sum * eta - 1.3670488396617114e-09
    sum = sum * eta + 6.228974084922022e-09
    sum = sum * eta - 1.409252991086752e-08
    sum = sum * eta - 2.0477098421990866e-10
    sum = sum * eta + 1.4280614206064242e-07
    sum = sum * eta - 6.298992138380055e-07
    sum = sum * eta + 1.3721957309062934e-06
    sum = sum * eta + 3.423578734096138e-08
    sum = sum * eta - 1.2760635188618728e-05
    sum = sum * eta + 5.2923448829120125e-05
    sum = sum * eta - 0.0001073665322636516
    sum = sum * eta + 2.0093878600823047e-06
    sum = sum * eta + 0.0007716049382716049
    sum = sum * eta - 0.0026813271604938273
    sum = sum * eta + 0.004133597883597883
    return sum
  }

  private static func temmeCoefficient3(_ eta: Double) -> Double {
    var sum = -9.460496661855133e-10
    sum = sum * eta + 2.0620131815488797e-09
    sum = sum * eta + 2.3928620439808118e-12
    sum = sum * eta - 1.9111168485973655e-08
    sum = sum * eta + 8.099464905388083e-08
    sum = sum * eta - 1.6958404091930278e-07
    sum = sum * eta - 2.7861080291528143e-11
    sum = sum * eta + 1.4230900732435883e-06
    sum = sum * eta - 5.6749528269915965e-06
    sum = sum * eta + 1.1082654115347302e-05
    sum = sum * eta - 2.396505113867297e-07
    sum = sum * eta - 7.561801671883977e-05
    sum = sum * eta + 0.00026772063206283885
    sum = sum * eta - 0.0004691894943952557
    sum = sum * eta + 0.00022947209362139917
    sum = sum * eta + 0.0006494341563786008
    return sum
  }

  private static func temmeCoefficient4(_ eta: Double) -> Double {
    var sum = 2.8865829742708783e-08
    sum = sum * eta + 2.956794137544049e-11
    sum = sum * eta - 2.292934834000805e-07
    sum = sum * eta + 8.907507532205309e-07
    sum = sum * eta - 1.6954149536558305e-06
    sum = sum * eta + 2.507497226237533e-10
    sum = sum * eta + 1.1375726970678419e-05
    sum = sum * eta - 3.968365047179435e-05
    sum = sum * eta + 6.641498215465122e-05
    sum = sum * eta - 1.4638452578843418e-06
    sum = sum * eta - 0.0002990724803031902
    sum = sum * eta + 0.0007840392217200666
    sum = sum * eta - 0.0008618882909167117
    return sum
  }

  private static func temmeCoefficient5(_ eta: Double) -> Double {
    var sum = -2.291481176508095e-06
    sum = sum * eta + 8.018470256334202e-06
    sum = sum * eta - 1.3594048189768693e-05
    sum = sum * eta + 1.419062920643967e-07
    sum = sum * eta + 6.797780477937208e-05
    sum = sum * eta - 0.00019932570516188847
    sum = sum * eta + 0.0002772753244959392
    sum = sum * eta - 6.972813758365857e-05
    sum = sum * eta - 0.00033679855336635813
    return sum
  }

  private static func temmeCoefficient6(_ eta: Double) -> Double {
    var sum = 5.61168275310625e-05
    sum = sum * eta - 8.153969367561969e-05
    sum = sum * eta + 7.902353232660328e-07
    sum = sum * eta + 0.0002708782096718045
    sum = sum * eta - 0.0005921664373536939
    sum = sum * eta + 0.0005313079364639922
    return sum
  }
}
