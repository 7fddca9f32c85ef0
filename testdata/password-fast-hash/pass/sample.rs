use sha2::{Digest, Sha256};

fn store(note: &[u8]) {
    Sha256::digest(note);
}
