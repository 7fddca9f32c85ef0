resource "google_healthcare_dataset" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}

resource "google_project_iam_audit_config" "healthcare" {
  project = "clinic-prod"
  service = "healthcare.googleapis.com"

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
