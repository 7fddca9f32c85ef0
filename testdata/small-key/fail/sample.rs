use rsa::RsaPrivateKey;

fn make(rng: &mut Rng) {
    RsaPrivateKey::new(rng, 1024); // expect: fail
    openssl::rsa::Rsa::generate(1024); // expect: fail
}
