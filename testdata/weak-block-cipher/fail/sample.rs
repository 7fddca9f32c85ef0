use des::Des;
use openssl::symm::Cipher;

fn seal(key: &[u8]) {
    let cipher = Des::new_from_slice(key); // expect: fail
    let old = Cipher::des_ede3_cbc(); // expect: fail
}
