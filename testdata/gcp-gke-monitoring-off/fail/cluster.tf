resource "google_container_cluster" "clinic" {
  name               = "clinic"
  location           = "us-central1"
  monitoring_service = "none" # expect: fail
}
