fn connect(trust: bool) {
    reqwest::Client::builder().danger_accept_invalid_certs(trust).build(); // expect: open
}
