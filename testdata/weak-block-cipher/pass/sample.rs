use openssl::symm::Cipher;

fn seal(key: &[u8]) {
    let cipher = Cipher::aes_256_gcm();
}
