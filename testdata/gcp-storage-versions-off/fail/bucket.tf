resource "google_storage_bucket" "records" { # expect: fail
  name     = "clinic-records"
  location = "US"
}

resource "google_storage_bucket" "letters" {
  name     = "clinic-letters"
  location = "US"

  versioning {
    enabled = false # expect: fail
  }
}
