//! Numbers as Terraform has them: decimal, and with far more digits than are kept here. Sums of prices and sizes come
//! out as they do there; where a result has more digits than a float tells, it says so instead of being nearly right.

use std::cmp::Ordering;

/// Digits that a float tells of any decimal number.
const DIGITS: usize = 15;

/// Whole numbers up to this are told one by one.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A decimal number: its digits, and the power of ten that they are multiplied with.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    /// The number that a float stands for, when it has no more digits than a float tells.
    fn of(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let text = format!("{number:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_whole = number.fract() == 0.0 && number.abs() < WHOLE;
        if whole.len() + fraction.len() > DIGITS + 1 && !is_whole {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
        let is_short = digits.unsigned_abs() < 10_u128.pow(15) || is_whole;
        is_short.then_some(Self { digits, exponent })
    }

    fn float(self) -> Option<f64> {
        format!("{}e{}", self.digits, self.exponent).parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// Both numbers' digits at the same power of ten.
    fn aligned(self, other: Self) -> Option<(i128, i128, i32)> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |number: Self| {
            let power = u32::try_from(number.exponent - exponent).ok()?;
            number.digits.checked_mul(10_i128.checked_pow(power)?)
        };
        Some((scaled(self)?, scaled(other)?, exponent))
    }
}

/// Whether a float is surely the number that Terraform has.
pub(super) fn is_exact(number: f64) -> bool {
    (number.fract() == 0.0 && number.abs() < WHOLE) || Decimal::of(number).is_some()
}

/// The sum, when it can be told.
pub(super) fn add(a: f64, b: f64) -> Option<f64> {
    let (a, b, exponent) = Decimal::of(a)?.aligned(Decimal::of(b)?)?;
    exact(Decimal { digits: a.checked_add(b)?, exponent }.float()?)
}

/// The product, when it can be told.
pub(super) fn multiply(a: f64, b: f64) -> Option<f64> {
    let (a, b) = (Decimal::of(a)?, Decimal::of(b)?);
    exact(Decimal { digits: a.digits.checked_mul(b.digits)?, exponent: a.exponent + b.exponent }.float()?)
}

/// The quotient, which may have more digits than are kept.
pub(super) fn divide(a: f64, b: f64) -> Option<f64> {
    let (a, b, _) = Decimal::of(a)?.aligned(Decimal::of(b)?)?;
    let scale = 10_i128.pow(15);
    let scaled = a.checked_mul(scale)?;
    if scaled.checked_rem(b)? == 0 {
        return Decimal { digits: scaled / b, exponent: -15 }.float();
    }
    #[allow(clippy::cast_precision_loss)]
    Some(a as f64 / b as f64)
}

/// What is left of a division to a whole number.
pub(super) fn modulo(a: f64, b: f64) -> Option<f64> {
    let (digits, by, exponent) = Decimal::of(a)?.aligned(Decimal::of(b)?)?;
    if by == 0 {
        return Some(a);
    }
    exact(Decimal { digits: digits.checked_rem(by)?, exponent }.float()?)
}

fn exact(number: f64) -> Option<f64> {
    is_exact(number).then_some(number)
}

/// Which is greater, when that can be told.
pub(super) fn compare(a: f64, b: f64) -> Option<Ordering> {
    let near = (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
    if near && !(is_exact(a) && is_exact(b)) { None } else { a.partial_cmp(&b) }
}

/// A number in text, as Terraform reads one.
pub(super) fn parse(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
    if is_plain { text.parse().ok().filter(|number: &f64| number.is_finite()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_come_out_as_they_are_written() {
        assert_eq!(add(0.1, 0.2), Some(0.3));
        assert_eq!(multiply(1.1, 3.0), Some(3.3));
        assert_eq!(divide(0.3, 0.1), Some(3.0));
        assert_eq!(modulo(7.5, 2.0), Some(1.5));
        assert_eq!(modulo(-7.0, 3.0), Some(-1.0));
        assert_eq!(multiply(1e20, 10.0), Some(1e21));
    }

    #[test]
    fn what_has_more_digits_than_a_float_is_not_told() {
        let third = divide(1.0, 3.0).expect("a quotient");
        assert!(!is_exact(third));
        assert_eq!(add(third, 1.0), None);
        assert_eq!(compare(third, third), None);
        assert_eq!(compare(third, 1.0), Some(Ordering::Less));
        assert_eq!(add(9_007_199_254_740_993.0, 3.0), None);
        assert!(is_exact(1e20) && !is_exact(123_456_789_012_345_678.0));
    }
}
