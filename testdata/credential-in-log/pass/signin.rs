use log::info;

fn sign_in(user: &User) {
    info!("signed in {}", user.id);
    log::debug!("{}", user.has_password);
}
