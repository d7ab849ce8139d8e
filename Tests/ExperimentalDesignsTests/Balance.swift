/// Whether numbers in 0..<1 fall into every one of as many equal intervals exactly once.
func isBalanced(_ numbers: [Double]) -> Bool {
  var isTaken = [Bool](repeating: false, count: numbers.count)
  for number in numbers {
    let interval = Int(number * Double(numbers.count))
    guard isTaken.indices.contains(interval), !isTaken[interval] else { return false }
    isTaken[interval] = true
  }
  return true
}
