resource "google_project_iam_audit_config" "healthcare" {
  project = "clinic-prod"
  service = "healthcare.googleapis.com"

  audit_log_config {
    log_type = "DATA_READ"
  }

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
