resource "google_storage_bucket" "records" { # expect: open
  name     = "clinic-records"
  location = "US"
}

module "audit" {
  source = "example.com/modules/audit-logs"
}
