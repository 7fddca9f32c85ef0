resource "google_kms_crypto_key" "storage" { # expect: fail
  name     = "storage"
  key_ring = google_kms_key_ring.clinic.id
}

resource "google_kms_crypto_key" "sql" {
  name            = "sql"
  key_ring        = google_kms_key_ring.clinic.id
  rotation_period = "63072000s" # expect: fail
}
