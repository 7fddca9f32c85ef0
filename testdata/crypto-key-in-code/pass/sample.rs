use jsonwebtoken::EncodingKey;

fn sign(secret: &[u8]) {
    EncodingKey::from_secret(secret);
    EncodingKey::from_secret(std::env::var("JWT_KEY").unwrap().as_bytes());
}
