resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  database_encryption {
    state    = "ENCRYPTED"
    key_name = google_kms_crypto_key.gke.id
  }
}
