//! Functions of numbers.

use crate::model::{Kind, Value};
use crate::source::Span;

use super::super::numbers::{add, is_exact};
use super::super::types::numeric;
use super::{Args, answer, not_computed, number, whole};

/// Numbers that `range` makes, here and in Terraform.
const LONGEST_RANGE: usize = 1_024;

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "abs" => number(args, 0).map(f64::abs),
        "ceil" => return Some(answer(name, rounded(name, args, f64::ceil), args, span)),
        "floor" => return Some(answer(name, rounded(name, args, f64::floor), args, span)),
        "signum" => number(args, 0).map(|number| if number == 0.0 { 0.0 } else { number.signum() }),
        "pow" => number(args, 0).zip(number(args, 1)).map(|(base, power)| base.powf(power)),
        "log" => number(args, 0).zip(number(args, 1)).map(|(number, base)| number.ln() / base.ln()),
        "min" => extreme(args, f64::min),
        "max" => extreme(args, f64::max),
        "parseint" => return Some(answer(name, parse_int(args), args, span)),
        "sum" => return Some(answer(name, sum(args), args, span)),
        "range" => return Some(answer(name, range(args, span), args, span)),
        _ => return None,
    };
    Some(answer(name, made.filter(|number| number.is_finite()).map(Kind::Number), args, span))
}

/// A number rounded, unless it is so near to a whole one that Terraform may see it on the other side.
fn rounded(name: &str, args: Args<'_>, round: fn(f64) -> f64) -> Option<Kind> {
    let number = number(args, 0)?;
    let is_near = (number - number.round()).abs() < 1e-9 * number.abs().max(1.0);
    Some(if is_near && !is_exact(number) { not_computed(name) } else { Kind::Number(round(number)) })
}

fn extreme(args: Args<'_>, choose: fn(f64, f64) -> f64) -> Option<f64> {
    let mut numbers = args.iter().map(|arg| numeric(arg));
    let first = numbers.next()??;
    numbers.try_fold(first, |best, number| Some(choose(best, number?)))
}

fn sum(args: Args<'_>) -> Option<Kind> {
    let list = args.first()?.as_list().filter(|list| list.open.is_none() && !list.items.is_empty())?;
    let numbers: Vec<f64> = list.items.iter().map(numeric).collect::<Option<_>>()?;
    let sum = numbers.into_iter().try_fold(0.0, add);
    Some(sum.map_or_else(|| not_computed("sum"), Kind::Number))
}

fn parse_int(args: Args<'_>) -> Option<Kind> {
    let text = args.first()?.as_str()?;
    let radix = whole(args, 1).and_then(|radix| u32::try_from(radix).ok()).filter(|radix| (2..=62).contains(radix))?;
    if radix > 36 {
        return Some(not_computed("parseint"));
    }
    #[allow(clippy::cast_precision_loss)]
    i64::from_str_radix(text, radix).ok().map(|number| Kind::Number(number as f64))
}

fn range(args: Args<'_>, span: Span) -> Option<Kind> {
    let numbers: Vec<f64> = args.iter().map(|arg| numeric(arg)).collect::<Option<_>>()?;
    let (start, end, step) = match numbers.as_slice() {
        [end] => (0.0, *end, if *end < 0.0 { -1.0 } else { 1.0 }),
        [start, end] => (*start, *end, if end < start { -1.0 } else { 1.0 }),
        [start, end, step] => (*start, *end, *step),
        _ => return None,
    };
    if step == 0.0 || (end - start) * step < 0.0 {
        return None;
    }
    let mut items = Vec::new();
    let mut at = start;
    while if step > 0.0 { at < end } else { at > end } {
        if items.len() >= LONGEST_RANGE {
            return None;
        }
        items.push(Value::number(at, span));
        let Some(next) = add(at, step) else { return Some(not_computed("range")) };
        at = next;
    }
    Some(Value::list(items, span).kind)
}
