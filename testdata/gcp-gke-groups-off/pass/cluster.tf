resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  authenticator_groups_config {
    security_group = "gke-security-groups@clinic.example"
  }
}
