variable "trail" {}

resource "google_storage_bucket" "records" {
  name     = "clinic-records"
  location = "US"

  logging {
    log_bucket = google_storage_bucket.trail.name
  }
}

resource "google_storage_bucket" "trail" {
  location = "US"
  name     = var.trail
}
