resource "google_project_iam_audit_config" "all" {
  project = "clinic-prod"
  service = "allServices"

  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["serviceAccount:etl@clinic-prod.iam.gserviceaccount.com"] # expect: fail
  }
}
