//! Functions of numbers.

use crate::model::{Kind, Value};
use crate::source::Span;

use super::{Args, answer, number, text, whole};

/// Numbers that `range` makes.
const LONGEST_RANGE: usize = 1_024;

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "abs" => number(args, 0).map(f64::abs),
        "ceil" => number(args, 0).map(f64::ceil),
        "floor" => number(args, 0).map(f64::floor),
        "signum" => number(args, 0).map(|number| if number == 0.0 { 0.0 } else { number.signum() }),
        "pow" => number(args, 0).zip(number(args, 1)).map(|(base, power)| base.powf(power)),
        "log" => number(args, 0).zip(number(args, 1)).map(|(number, base)| number.log(base)),
        "min" => extreme(args, f64::min),
        "max" => extreme(args, f64::max),
        "parseint" => parse_int(args),
        "sum" => args
            .first()
            .and_then(|list| list.as_list())
            .filter(|list| list.open.is_none())
            .and_then(|list| list.items.iter().map(Value::as_number).sum()),
        "range" => return Some(answer(name, range(args, span), args, span)),
        _ => return None,
    };
    Some(answer(name, made.filter(|number| number.is_finite()).map(Kind::Number), args, span))
}

fn extreme(args: Args<'_>, choose: fn(f64, f64) -> f64) -> Option<f64> {
    let mut numbers = args.iter().map(|arg| arg.as_number());
    let first = numbers.next()??;
    numbers.try_fold(first, |best, number| Some(choose(best, number?)))
}

fn parse_int(args: Args<'_>) -> Option<f64> {
    let radix = whole(args, 1).and_then(|radix| u32::try_from(radix).ok()).filter(|radix| (2..=36).contains(radix))?;
    #[allow(clippy::cast_precision_loss)]
    i64::from_str_radix(&text(args, 0)?, radix).ok().map(|number| number as f64)
}

fn range(args: Args<'_>, span: Span) -> Option<Kind> {
    let numbers: Vec<f64> = args.iter().map(|arg| arg.as_number()).collect::<Option<_>>()?;
    let (start, end, step) = match numbers.as_slice() {
        [end] => (0.0, *end, if *end < 0.0 { -1.0 } else { 1.0 }),
        [start, end] => (*start, *end, if end < start { -1.0 } else { 1.0 }),
        [start, end, step] if *step != 0.0 => (*start, *end, *step),
        _ => return None,
    };
    let mut items = Vec::new();
    let mut at = start;
    while if step > 0.0 { at < end } else { at > end } {
        if items.len() >= LONGEST_RANGE {
            return Some(super::super::values::limit(span).kind);
        }
        items.push(Value::number(at, span));
        at += step;
    }
    Some(Value::list(items, span).kind)
}
