resource "google_bigquery_dataset" "claims" {
  dataset_id = "claims"
  location   = "US"

  access {
    role          = "OWNER"
    user_by_email = "data@clinic.example"
  }

  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers" # expect: fail
  }
}
