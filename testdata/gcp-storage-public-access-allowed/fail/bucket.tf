resource "google_storage_bucket" "records" { # expect: fail
  name     = "clinic-records"
  location = "US"
}

resource "google_storage_bucket" "letters" {
  name                     = "clinic-letters"
  location                 = "US"
  public_access_prevention = "inherited" # expect: fail
}
