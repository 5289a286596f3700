//! How far a mail has come on its way out.

use super::round::words;

words! {
    /// The state of a mail in the outbox.
    MailState {
        /// It waits for its time, at first or once more.
        Waiting = "waiting",
        /// A worker has it.
        Sending = "sending",
        /// It was handed over.
        Sent = "sent",
        /// It was refused for good, or given up.
        Failed = "failed",
        /// It was of no use any more before it could be handed over.
        Expired = "expired",
    }
}
