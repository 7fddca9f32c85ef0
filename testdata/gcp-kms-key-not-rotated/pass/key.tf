resource "google_kms_crypto_key" "storage" {
  name            = "storage"
  key_ring        = google_kms_key_ring.clinic.id
  rotation_period = "7776000s"
}

resource "google_kms_crypto_key" "sql" {
  name            = "sql"
  key_ring        = google_kms_key_ring.clinic.id
  rotation_period = "31536000s"
}

resource "google_kms_crypto_key" "signing" {
  name     = "signing"
  key_ring = google_kms_key_ring.clinic.id
  purpose  = "ASYMMETRIC_SIGN"
}
