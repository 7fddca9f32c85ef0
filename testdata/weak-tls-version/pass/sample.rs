fn connect() {
    reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_2).build();
}
