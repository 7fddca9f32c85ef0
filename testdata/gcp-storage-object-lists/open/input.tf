variable "uniform" {}

resource "google_storage_bucket" "records" {
  name                        = "clinic-records"
  location                    = "US"
  uniform_bucket_level_access = var.uniform # expect: open
}
