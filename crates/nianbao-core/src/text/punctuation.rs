//! Half-width punctuation in Chinese text.
