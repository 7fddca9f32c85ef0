use sha2::{Digest, Sha256};

fn store(password: &str) {
    Sha256::digest(password.as_bytes()); // expect: fail
    let mut hasher = Sha256::new();
    hasher.update(password); // expect: fail
}
