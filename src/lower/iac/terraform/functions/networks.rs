//! Functions of IPv4 networks. Of IPv6 nothing is computed.

use std::net::Ipv4Addr;

use crate::model::{Kind, Value};
use crate::source::Span;

use super::{Args, answer, number, text, whole};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let network = || text(args, 0).and_then(|text| Network::parse(&text));
    let made = match name {
        "cidrsubnet" => network()
            .zip(whole(args, 1).zip(whole(args, 2)))
            .and_then(|(network, (bits, index))| network.subnet(bits, index))
            .map(|subnet| Kind::String(subnet.text().into())),
        "cidrsubnets" => network().and_then(|network| network.subnets(args)).map(|subnets| {
            Value::list(subnets.iter().map(|subnet| Value::string(subnet.text(), span)).collect(), span).kind
        }),
        "cidrhost" => network().zip(number(args, 1)).and_then(|(network, index)| network.host(index)).map(address),
        "cidrnetmask" => network().map(|network| address(network.mask())),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

fn address(bits: u32) -> Kind {
    Kind::String(Ipv4Addr::from_bits(bits).to_string().into())
}

/// An IPv4 network.
#[derive(Clone, Copy)]
struct Network {
    base: u32,
    /// How many bits are fixed.
    length: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (base, length) = text.split_once('/')?;
        let (base, length) =
            (base.parse::<Ipv4Addr>().ok()?.to_bits(), length.parse().ok().filter(|length| *length <= 32)?);
        let network = Self { base, length };
        Some(Self { base: base & network.mask(), length })
    }

    fn text(self) -> String {
        format!("{}/{}", Ipv4Addr::from_bits(self.base), self.length)
    }

    fn mask(self) -> u32 {
        u32::MAX.checked_shl(32 - self.length).unwrap_or(0)
    }

    /// How many addresses it has.
    fn size(self) -> u64 {
        1 << (32 - self.length)
    }

    fn subnet(self, bits: usize, index: usize) -> Option<Self> {
        let length = self.length.checked_add(u32::try_from(bits).ok()?).filter(|length| *length <= 32)?;
        let subnet = Self { base: self.base, length };
        let offset = u64::try_from(index).ok()?.checked_mul(subnet.size()).filter(|offset| *offset < self.size())?;
        Some(Self { base: self.base + u32::try_from(offset).ok()?, length })
    }

    /// Networks that follow each other, of the lengths that the arguments add.
    fn subnets(self, args: Args<'_>) -> Option<Vec<Self>> {
        let mut at = u64::from(self.base);
        let end = at + self.size();
        let mut subnets = Vec::new();
        for index in 1..args.len() {
            let length =
                self.length.checked_add(u32::try_from(whole(args, index)?).ok()?).filter(|length| *length <= 32)?;
            let size = Self { base: 0, length }.size();
            at = at.next_multiple_of(size);
            if at + size > end {
                return None;
            }
            subnets.push(Self { base: u32::try_from(at).ok()?, length });
            at += size;
        }
        Some(subnets)
    }

    /// The address at a position, counted from the end when negative.
    fn host(self, index: f64) -> Option<u32> {
        #[allow(clippy::cast_precision_loss)]
        let offset = if index < 0.0 { self.size() as f64 + index } else { index };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let offset = (offset >= 0.0).then_some(offset as u64).filter(|offset| *offset < self.size())?;
        Some(self.base + u32::try_from(offset).ok()?)
    }
}
