resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  master_auth {
    client_certificate_config {
      issue_client_certificate = true # expect: fail
    }
  }
}
