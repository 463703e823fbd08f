//! Exact decimals as JSON numbers.
//!
//! serde knows no decimal, so a value goes out as an integer where it is one, and else as the binary float whose
//! shortest decimal form is the value itself: 99.8 is written `99.8`. A reader of JSON gives such a number
//! back exactly as long as it has 15 digits, or is an integer that the reader has (64 bits here, 2⁵³ in a browser). Past that the exact digits are written as a
//! string, since a digit changed on the way would be worse.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::{self, Deserializer, Visitor};
use serde::ser::Serializer;

fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    /// A float carries this many digits and no more.
    const FLOAT: i128 = 10i128.pow(15);
    let value = value.normalize();
    if let Some(integer) = value.to_i64().filter(|_| value.scale() == 0) {
        return serializer.serialize_i64(integer);
    }
    let exact = value.to_string();
    match exact.parse::<f64>() {
        Ok(float) if value.scale() > 0 && value.mantissa().abs() < FLOAT => serializer.serialize_f64(float),
        _ => serializer.serialize_str(&exact),
    }
}

struct Number;

impl<'de> Visitor<'de> for Number {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Decimal, E> {
        value.parse().map_err(E::custom)
    }
}

pub(crate) mod option {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        struct Optional;
        impl<'de> Visitor<'de> for Optional {
            type Value = Option<Decimal>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or null")
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                deserializer.deserialize_any(Number).map(Some)
            }
        }
        deserializer.deserialize_option(Optional)
    }
}
