resource "google_bigquery_table" "visits" {
  dataset_id          = google_bigquery_dataset.claims.dataset_id
  table_id            = "visits"
  deletion_protection = false # expect: fail
}

resource "google_spanner_database" "scheduling" {
  name                = "scheduling"
  instance            = google_spanner_instance.clinic.name
  deletion_protection = false # expect: fail
}
