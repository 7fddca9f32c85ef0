variable "versions" {}

resource "google_storage_bucket" "records" {
  name     = "clinic-records"
  location = "US"

  versioning {
    enabled = var.versions # expect: open
  }
}
