resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  workload_identity_config {
    workload_pool = "clinic-prod.svc.id.goog"
  }
}

resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}

resource "google_container_cluster" "portal" {
  name             = "portal"
  location         = "us-central1"
  enable_autopilot = true
}
