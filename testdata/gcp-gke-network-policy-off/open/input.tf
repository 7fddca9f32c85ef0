variable "policy" {}

resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  network_policy {
    enabled = var.policy # expect: open
  }
}
