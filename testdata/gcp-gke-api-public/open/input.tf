variable "office" {}

resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = var.office # expect: open
    }
  }
}
