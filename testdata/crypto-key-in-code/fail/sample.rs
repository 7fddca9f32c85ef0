use jsonwebtoken::EncodingKey;

fn sign() {
    EncodingKey::from_secret(b"clinic-secret"); // expect: fail
    EncodingKey::from_secret("clinic-secret".as_bytes()); // expect: fail
}
