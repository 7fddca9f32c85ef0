resource "google_storage_bucket" "records" {
  name     = "clinic-records"
  location = "US"
}

resource "google_storage_bucket" "letters" {
  name     = "clinic-letters"
  location = "US"

  soft_delete_policy {
    retention_duration_seconds = 0
  }

  versioning {
    enabled = true
  }
}

resource "google_storage_bucket" "scans" {
  name     = "clinic-scans"
  location = "US"

  soft_delete_policy {
    retention_duration_seconds = 2592000
  }
}
