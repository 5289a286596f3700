//! Reads the bytes inside a seal, one field after the other.

use crate::domain::ballot::{AreaChoices, Choice};
use crate::domain::channel::Channel;
use crate::domain::ids::{AreaNumber, CastNumber, ProjectNumber};

use super::{BallotContent, ContentError, VERSION, check_order, padded_length};

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ContentError> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(ContentError::Truncated)?;
        self.rest = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, ContentError> {
        self.take().map(u8::from_le_bytes)
    }

    fn count(&mut self) -> Result<u16, ContentError> {
        self.take().map(u16::from_le_bytes)
    }

    fn number(&mut self) -> Result<u32, ContentError> {
        self.take().map(u32::from_le_bytes)
    }

    fn choice(&mut self) -> Result<Choice, ContentError> {
        Ok(Choice { project: ProjectNumber::new(self.number()?), value: i32::from_le_bytes(self.take()?) })
    }

    fn area(&mut self) -> Result<AreaChoices, ContentError> {
        let area = AreaNumber::new(self.number()?);
        let choices = (0..self.count()?).map(|_| self.choice()).collect::<Result<_, _>>()?;
        Ok(AreaChoices { area, choices })
    }
}

pub(super) fn read_content(bytes: &[u8]) -> Result<BallotContent, ContentError> {
    let mut reader = Reader { rest: bytes };
    let version = reader.byte()?;
    if version != VERSION {
        return Err(ContentError::UnknownVersion(version));
    }
    let cast_number = CastNumber::new(reader.number()?);
    let channel = reader.byte()?;
    let channel = Channel::from_seal_byte(channel).ok_or(ContentError::UnknownChannel(channel))?;
    let own_area = match reader.number()? {
        0 => None,
        number => Some(AreaNumber::new(number)),
    };
    let client_nonce = reader.take()?;
    let salt = reader.take()?;
    let areas = (0..reader.count()?).map(|_| reader.area()).collect::<Result<Vec<_>, _>>()?;
    check_order(&areas)?;
    let read = bytes.len().saturating_sub(reader.rest.len());
    if bytes.len() != padded_length(read) || reader.rest.iter().any(|byte| *byte != 0) {
        return Err(ContentError::WrongPadding);
    }
    Ok(BallotContent { cast_number, channel, own_area, client_nonce, salt, areas })
}
