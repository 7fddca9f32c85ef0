resource "google_bigquery_table" "visits" {
  dataset_id = "records"
  table_id   = "visits"
  schema = jsonencode([
    { name = "department", type = "STRING" },
    { name = "patient_ssn", type = "STRING" }, # expect: fail
  ])
}
