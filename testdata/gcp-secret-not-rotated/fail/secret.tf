resource "google_secret_manager_secret" "gateway" { # expect: fail
  secret_id = "gateway"
}
