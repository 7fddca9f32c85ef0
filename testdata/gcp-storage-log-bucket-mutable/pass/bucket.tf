resource "google_storage_bucket" "audit" {
  name     = "clinic-audit"
  location = "US"

  retention_policy {
    retention_period = 31536000
    is_locked        = true
  }
}
