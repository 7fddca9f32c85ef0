//! Infrastructure-as-code to facts, a folder or file per dialect.
