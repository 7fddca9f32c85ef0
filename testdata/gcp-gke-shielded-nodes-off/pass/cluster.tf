resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"
}
