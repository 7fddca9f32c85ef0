use log::info;

fn sign_in(user: &User, access_token: &str) {
    info!("token {}", access_token); // expect: fail
    log::debug!("{}", user.password); // expect: fail
}
