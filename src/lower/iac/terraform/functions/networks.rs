//! Functions of IP networks, of both versions.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::model::{Kind, Value};
use crate::source::Span;

use super::{Args, answer, number, text, whole};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let network = || text(args, 0).and_then(|text| Network::parse(&text));
    let made = match name {
        "cidrsubnet" => network()
            .zip(whole(args, 1).zip(number(args, 2)))
            .and_then(|(network, (bits, index))| network.subnet(bits, index))
            .map(|subnet| Kind::String(subnet.text().into())),
        "cidrsubnets" => network().and_then(|network| network.subnets(args)).map(|subnets| {
            Value::list(subnets.iter().map(|subnet| Value::string(subnet.text(), span)).collect(), span).kind
        }),
        "cidrhost" => network()
            .zip(number(args, 1))
            .and_then(|(network, index)| Some(Kind::String(network.address(network.host(index)?).into()))),
        "cidrnetmask" => network()
            .filter(|network| network.bits == V4)
            .map(|network| Kind::String(network.address(network.mask()).into())),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

/// Bits of an address of version 4, and of version 6.
const V4: u32 = 32;
const V6: u32 = 128;

/// Numbers beyond this are not told one by one.
const LARGEST_INDEX: f64 = 9e15;

/// A network.
#[derive(Clone, Copy)]
struct Network {
    base: u128,
    /// How many bits are fixed.
    length: u32,
    /// How many bits an address has.
    bits: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (base, length) = text.split_once('/')?;
        let (base, bits) = match base.parse::<Ipv6Addr>() {
            Ok(base) => (base.to_bits(), V6),
            Err(_) => (u128::from(v4(base)?.to_bits()), V4),
        };
        let length = length.parse().ok().filter(|length| *length <= bits)?;
        let network = Self { base, length, bits };
        Some(Self { base: base & network.mask(), ..network })
    }

    fn text(self) -> String {
        format!("{}/{}", self.address(self.base), self.length)
    }

    fn address(self, address: u128) -> String {
        match u32::try_from(address) {
            Ok(address) if self.bits == V4 => Ipv4Addr::from_bits(address).to_string(),
            _ => Ipv6Addr::from_bits(address).to_string(),
        }
    }

    fn mask(self) -> u128 {
        let all = u128::MAX >> (V6 - self.bits);
        all & !all.checked_shr(self.length).unwrap_or(0)
    }

    /// The last of its positions, counted from nought.
    fn last(self) -> u128 {
        let all = u128::MAX >> (V6 - self.bits);
        all.checked_shr(self.length).unwrap_or(0)
    }

    fn subnet(self, bits: usize, index: f64) -> Option<Self> {
        let length = self.length.checked_add(u32::try_from(bits).ok()?).filter(|length| *length <= self.bits)?;
        let subnet = Self { length, ..self };
        let index = position(index)?;
        let most = (1_u128.checked_shl(length - self.length)).map_or(u128::MAX, |count| count - 1);
        if index > most {
            return None;
        }
        let offset = index.checked_shl(self.bits - length).unwrap_or(0);
        Some(Self { base: self.base.checked_add(offset)?, ..subnet })
    }

    /// Networks that follow each other, of the lengths that the arguments add.
    fn subnets(self, args: Args<'_>) -> Option<Vec<Self>> {
        let end = self.base.checked_add(self.last())?;
        let mut at = Some(self.base);
        let mut subnets = Vec::new();
        for index in 1..args.len() {
            let length = self
                .length
                .checked_add(u32::try_from(whole(args, index)?).ok()?)
                .filter(|length| *length <= self.bits && *length > self.length)?;
            let subnet = Self { length, ..self };
            // One place behind the last address there is no network any more.
            let size = subnet.last().checked_add(1)?;
            let base = at?.checked_next_multiple_of(size)?;
            if base.checked_add(subnet.last())? > end {
                return None;
            }
            subnets.push(Self { base, ..subnet });
            at = base.checked_add(size);
        }
        Some(subnets)
    }

    /// The address at a position, counted from the end when negative.
    fn host(self, index: f64) -> Option<u128> {
        let offset = if index < 0.0 {
            self.last().checked_sub(position(-index)?.checked_sub(1)?)?
        } else {
            position(index).filter(|offset| *offset <= self.last())?
        };
        self.base.checked_add(offset)
    }
}

fn position(index: f64) -> Option<u128> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    ((0.0..LARGEST_INDEX).contains(&index) && index.fract() == 0.0).then_some(index as u128)
}

/// An address of version 4; Terraform takes parts with leading zeros as decimal.
fn v4(text: &str) -> Option<Ipv4Addr> {
    let mut parts = text.split('.').map(|part| match part.trim_start_matches('0') {
        "" if !part.is_empty() => Some(0),
        digits if digits.bytes().all(|digit| digit.is_ascii_digit()) => digits.parse::<u8>().ok(),
        _ => None,
    });
    let address = Ipv4Addr::new(parts.next()??, parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(address)
}
