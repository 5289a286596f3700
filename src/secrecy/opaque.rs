//! The shape of all values that are nothing but bytes: hashes, authentication codes, ids.

macro_rules! opaque_bytes {
    ($($(#[$doc:meta])* $name:ident($length:literal)),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Takes the bytes as the database gives them back.
            #[must_use]
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes as the database stores them.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            /// Hides the bytes: a log line with them would join a person with a ballot.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = std::array::TryFromSliceError;

            /// Takes a column's bytes; another length is an error.
            fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
                <[u8; $length]>::try_from(bytes).map(Self)
            }
        }
    )*};
}

pub(super) use opaque_bytes;
