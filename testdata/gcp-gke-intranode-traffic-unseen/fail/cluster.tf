resource "google_container_cluster" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}

resource "google_container_cluster" "imaging" {
  name                        = "imaging"
  location                    = "us-central1"
  enable_intranode_visibility = false # expect: fail
}
