//! Every test of the binary, linked once.
