resource "google_container_cluster" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}
