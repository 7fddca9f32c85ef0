use jsonwebtoken::{decode, Validation};

fn read(token: &str) {
    decode::<Claims>(token, &key, &Validation::default());
}
