resource "google_bigquery_dataset" "claims" { # expect: fail
  dataset_id = "claims"
  location   = "US"
}

resource "google_bigquery_table" "visits" {
  dataset_id = google_bigquery_dataset.claims.dataset_id
  table_id   = "visits"
}
