resource "google_container_cluster" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}

resource "google_container_cluster" "imaging" {
  name     = "imaging"
  location = "us-central1"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "0.0.0.0/0" # expect: fail
      display_name = "all"
    }
  }
}
