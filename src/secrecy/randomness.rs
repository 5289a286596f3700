//! Random bytes from the operating system. Draw them before `db.write`, never inside: a transaction may run again.

use rand::TryRng;
use rand::rngs::SysRng;

/// The operating system gave no random bytes. Nothing secret can be made then.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct RandomnessError(#[source] rand::rngs::SysError);

/// Draws `N` random bytes for a nonce, a salt, a key, a token or an id.
///
/// # Errors
/// When the operating system has none to give.
pub fn draw<const N: usize>() -> Result<[u8; N], RandomnessError> {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).map_err(RandomnessError)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ() {
        assert_ne!(draw::<32>().unwrap(), draw::<32>().unwrap());
    }
}
