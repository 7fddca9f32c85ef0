resource "google_kms_crypto_key" "storage" {
  name            = "storage"
  key_ring        = google_kms_key_ring.clinic.id
  rotation_period = "7776000s"

  lifecycle {
    prevent_destroy = true
  }
}
