resource "google_bigquery_dataset" "claims" {
  dataset_id = "claims"
  location   = "US"

  access {
    role          = "OWNER"
    special_group = "projectOwners"
  }
}

resource "google_bigquery_dataset_iam_member" "analysts" {
  dataset_id = google_bigquery_dataset.claims.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "group:analysts@clinic.example"
}
