use sha2::{Digest, Sha256};

fn sum(body: &[u8]) {
    Sha256::digest(body);
}
