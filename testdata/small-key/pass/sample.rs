use rsa::RsaPrivateKey;

fn make(rng: &mut Rng) {
    RsaPrivateKey::new(rng, 3072);
}
