import Foundation
import Symbolics

/// A number for people: to ten significant digits, without noise from conversion.
func digits(_ number: Double) -> String { String(format: "%.10g", number) }

/// A quantity for people: `0.625 mg`, and `1.5` where it is a pure number.
func text(of quantity: Quantity) -> String {
    quantity.unit == .one ? digits(quantity.value) : "\(digits(quantity.value)) \(quantity.unit)"
}
