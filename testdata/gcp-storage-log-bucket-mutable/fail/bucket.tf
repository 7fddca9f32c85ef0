resource "google_storage_bucket" "audit" { # expect: fail
  name     = "clinic-audit"
  location = "US"
}

resource "google_storage_bucket" "backup" {
  name     = "clinic-backup"
  location = "US"

  retention_policy { # expect: fail
    retention_period = 31536000
  }
}
