resource "google_storage_bucket" "records" {
  name     = "clinic-records"
  location = "US"

  logging {
    log_bucket = "clinic-access-logs"
  }
}
