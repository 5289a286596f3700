//! Bytes as lower-case hexadecimal digits: how ids, fingerprints and hashes are printed, stored and read back.

/// Two lower-case digits for each byte.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Reads exactly `2 * N` lower-case digits. Upper case is refused, so that every value has one spelling only.
#[must_use]
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N.checked_mul(2)? {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = digits.iter().try_fold(0_u8, |sum, digit| Some((sum << 4) | value(*digit)?))?;
    }
    Some(bytes)
}

fn digit(value: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 })
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_reads_as_it_prints() {
        for byte in 0..=u8::MAX {
            assert_eq!(encode(&[byte]), format!("{byte:02x}"));
            assert_eq!(decode(&encode(&[byte])), Some([byte]));
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        assert_eq!(decode::<1>("+f"), None);
        assert_eq!(decode::<1>("FF"), None);
        assert_eq!(decode::<1>("fff"), None);
        assert_eq!(decode::<1>("é"), None);
    }
}
