resource "google_kms_crypto_key" "data" {
  name     = "data"
  key_ring = google_kms_key_ring.clinic.id
}

resource "google_bigquery_dataset" "claims" {
  dataset_id = "claims"
  location   = "US"

  default_encryption_configuration {
    kms_key_name = google_kms_crypto_key.data.id
  }
}

resource "google_bigquery_table" "visits" {
  dataset_id = google_bigquery_dataset.claims.dataset_id
  table_id   = "visits"
}

resource "google_bigquery_table" "bills" {
  table_id   = "bills"
  dataset_id = "elsewhere"

  encryption_configuration {
    kms_key_name = google_kms_crypto_key.data.id
  }
}
