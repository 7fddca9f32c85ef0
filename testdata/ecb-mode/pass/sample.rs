use openssl::symm::Cipher;

fn seal() {
    let cipher = Cipher::aes_256_gcm();
}
