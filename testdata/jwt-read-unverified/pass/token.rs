fn read(token: &str) {
    jsonwebtoken::decode::<Claims>(token, &key, &validation);
}
