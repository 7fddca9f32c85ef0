fn read(token: &str) {
    jsonwebtoken::dangerous::insecure_decode::<Claims>(token); // expect: fail
}
