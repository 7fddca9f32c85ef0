resource "google_logging_project_bucket_config" "audit" {
  project        = "clinic-prod"
  location       = "global"
  bucket_id      = "audit"
  retention_days = 30 # expect: fail
}

resource "google_logging_project_bucket_config" "other" { # expect: fail
  project   = "clinic-prod"
  location  = "global"
  bucket_id = "other"
}
