resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"
}

resource "google_container_cluster" "imaging" {
  name     = "imaging"
  location = "us-central1"

  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
  }
}
