use reqwest::tls::Version;

fn connect() {
    reqwest::Client::builder().min_tls_version(Version::TLS_1_0).build(); // expect: fail
    native_tls::TlsConnector::builder().min_protocol_version(Some(native_tls::Protocol::Tlsv10)); // expect: fail
}
