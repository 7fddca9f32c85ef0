resource "google_container_cluster" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}

resource "google_container_cluster" "imaging" {
  name     = "imaging"
  location = "us-central1"

  private_cluster_config {
    enable_private_nodes = false # expect: fail
  }
}
