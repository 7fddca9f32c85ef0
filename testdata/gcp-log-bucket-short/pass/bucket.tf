resource "google_logging_project_bucket_config" "audit" {
  project        = "clinic-prod"
  location       = "global"
  bucket_id      = "audit"
  retention_days = 2190
}
