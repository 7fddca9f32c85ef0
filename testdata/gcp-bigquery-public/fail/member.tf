resource "google_bigquery_dataset_iam_member" "world" {
  dataset_id = google_bigquery_dataset.claims.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "allUsers" # expect: fail
}

resource "google_bigquery_table_iam_binding" "world" {
  dataset_id = google_bigquery_dataset.claims.dataset_id
  table_id   = "visits"
  role       = "roles/bigquery.dataViewer"
  members    = ["allAuthenticatedUsers"] # expect: fail
}
