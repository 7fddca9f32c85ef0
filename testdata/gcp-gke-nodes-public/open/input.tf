variable "private" {}

resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  private_cluster_config {
    enable_private_nodes = var.private # expect: open
  }
}
