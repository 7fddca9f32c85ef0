variable "protect" {}

resource "google_bigquery_table" "visits" {
  dataset_id          = google_bigquery_dataset.claims.dataset_id
  table_id            = "visits"
  deletion_protection = var.protect # expect: open
}
