use sha2::{Digest, Sha256};

fn fingerprint(note: &[u8]) {
    Sha256::digest(note);
}
