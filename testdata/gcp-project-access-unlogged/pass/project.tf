resource "google_project" "records" {
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_organization_iam_audit_config" "all" {
  org_id  = "123456789"
  service = "allServices"

  audit_log_config {
    log_type = "DATA_READ"
  }

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
