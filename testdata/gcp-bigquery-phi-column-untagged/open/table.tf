variable "schema" {}
resource "google_bigquery_table" "visits" {
  dataset_id = "records"
  table_id   = "visits"
  schema     = var.schema # expect: open
}
