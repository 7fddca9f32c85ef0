resource "google_service_account_key" "partner" { # expect: fail
  service_account_id = google_service_account.partner.name
}
