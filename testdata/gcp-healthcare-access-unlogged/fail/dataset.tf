resource "google_healthcare_dataset" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}
