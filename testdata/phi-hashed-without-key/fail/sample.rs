use sha2::{Digest, Sha256};

fn code(patient: &Patient) {
    Sha256::digest(patient.ssn.as_bytes()); // expect: fail
}
