//! The application's parts, built the same way by the program and by its tests.
