//! Document in, bytes out.
