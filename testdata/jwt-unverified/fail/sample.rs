use jsonwebtoken::Validation;

fn read(token: &str) {
    let mut validation = Validation::default();
    validation.insecure_disable_signature_validation(); // expect: fail
}
