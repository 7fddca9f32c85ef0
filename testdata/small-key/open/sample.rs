use rsa::RsaPrivateKey;

fn make(rng: &mut Rng, bits: usize) {
    RsaPrivateKey::new(rng, bits); // expect: open
}
