resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  network_policy {
    enabled  = true
    provider = "CALICO"
  }
}

resource "google_container_cluster" "imaging" {
  name              = "imaging"
  location          = "us-central1"
  datapath_provider = "ADVANCED_DATAPATH"
}

resource "google_container_cluster" "portal" {
  name             = "portal"
  location         = "us-central1"
  enable_autopilot = true
}
