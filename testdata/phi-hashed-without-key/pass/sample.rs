use sha2::{Digest, Sha256};

struct Patient {
    ssn: String,
}

fn sum(body: &[u8]) {
    Sha256::digest(body);
}
