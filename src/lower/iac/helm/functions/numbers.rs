//! Functions of numbers. Those of whole numbers make whole numbers of what they are given.

use crate::lower::iac::helm::machine::{Answer, Machine, Stop};
use crate::lower::iac::helm::val::{Data, Val};

use super::Args;

/// A number, if it is one.
pub(super) fn number(val: &Val) -> Option<f64> {
    match &val.data {
        #[expect(clippy::cast_precision_loss, reason = "compared with floats")]
        Data::Int(number) => Some(*number as f64),
        Data::Float(number) => Some(*number),
        _ => None,
    }
}

/// Anything as a whole number; nought when it is none.
pub(super) fn int(val: &Val) -> i64 {
    match &val.data {
        Data::Int(number) => *number,
        #[expect(clippy::cast_possible_truncation, reason = "it is what the library does")]
        Data::Float(number) => *number as i64,
        Data::Bool(truth) => i64::from(*truth),
        Data::Text(text) => {
            let text = text.as_str().trim();
            let digits = text.trim_start_matches(['-', '+']);
            match (digits.strip_prefix("0x"), digits.strip_prefix('0').filter(|rest| !rest.is_empty())) {
                (Some(digits), _) => i64::from_str_radix(digits, 16).unwrap_or(0),
                (None, Some(digits)) => i64::from_str_radix(digits, 8).unwrap_or(0),
                (None, None) => text.parse().unwrap_or(0),
            }
        }
        _ => 0,
    }
}

/// Anything as a number.
fn float(val: &Val) -> f64 {
    number(val).unwrap_or_else(|| match &val.data {
        Data::Bool(truth) => f64::from(u8::from(*truth)),
        Data::Text(text) => text.as_str().trim().parse().unwrap_or(0.0),
        _ => 0.0,
    })
}

/// Calls a function, if it is one of these.
pub(super) fn call(_: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    let fold = |step: fn(i64, i64) -> i64| -> Answer<Val> {
        let mut numbers = args.0.iter().map(int);
        let first = numbers.next().ok_or_else(|| Stop::error("a function is given too few arguments"))?;
        Ok(Val::int(numbers.fold(first, step)))
    };
    let floats = |step: fn(f64, f64) -> f64| -> Answer<Val> {
        let mut numbers = args.0.iter().map(float);
        let first = numbers.next().ok_or_else(|| Stop::error("a function is given too few arguments"))?;
        Ok(Val::new(Data::Float(numbers.fold(first, step))))
    };
    let one = |change: fn(f64) -> f64| args.get(0).map(|val| Val::new(Data::Float(change(float(val)))));
    Some(match name {
        "int" | "int64" | "atoi" => args.int(0).map(Val::int),
        "float64" => args.get(0).map(|val| Val::new(Data::Float(float(val)))),
        "toDecimal" => args.str(0).map(|text| Val::int(i64::from_str_radix(&text, 8).unwrap_or(0))),
        "add1" => args.int(0).map(|number| Val::int(number.wrapping_add(1))),
        "add" => fold(i64::wrapping_add),
        "sub" => fold(i64::wrapping_sub),
        "mul" => fold(i64::wrapping_mul),
        "max" | "biggest" => fold(i64::max),
        "min" => fold(i64::min),
        "div" | "mod" => (|| {
            let (a, b) = (args.int(0)?, args.int(1)?);
            let result = if name == "div" { a.checked_div(b) } else { a.checked_rem(b) };
            result.map(Val::int).ok_or_else(|| Stop::error("something is divided by nought"))
        })(),
        "add1f" => one(|number| number + 1.0),
        "addf" => floats(|a, b| a + b),
        "subf" => floats(|a, b| a - b),
        "mulf" => floats(|a, b| a * b),
        "divf" => floats(|a, b| a / b),
        "maxf" => floats(f64::max),
        "minf" => floats(f64::min),
        "ceil" => one(f64::ceil),
        "floor" => one(f64::floor),
        "round" => args.get(0).and_then(|val| {
            let places = i32::try_from(args.int(1)?).unwrap_or(0).clamp(-15, 15);
            let scale = 10f64.powi(places);
            Ok(Val::new(Data::Float((float(val) * scale).round() / scale)))
        }),
        _ => return None,
    })
}
