resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "203.0.113.0/28"
      display_name = "office"
    }
  }
}

resource "google_container_cluster" "imaging" {
  name     = "imaging"
  location = "us-central1"
  master_authorized_networks_config {}
}

resource "google_container_cluster" "portal" {
  name     = "portal"
  location = "us-central1"

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}
