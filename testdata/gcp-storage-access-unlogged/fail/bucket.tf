resource "google_storage_bucket" "records" { # expect: fail
  name     = "clinic-records"
  location = "US"
}

resource "google_project_iam_audit_config" "sql" {
  project = "clinic-prod"
  service = "cloudsql.googleapis.com"

  audit_log_config {
    log_type = "DATA_READ"
  }
}
