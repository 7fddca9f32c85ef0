fn connect() {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build(); // expect: fail
    let builder = native_tls::TlsConnector::builder();
    builder.danger_accept_invalid_certs(true); // expect: fail
}
