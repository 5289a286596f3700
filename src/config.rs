//! Settings: defaults < a file < the environment.
