fn connect() {
    reqwest::Client::builder().danger_accept_invalid_certs(false).build();
}
