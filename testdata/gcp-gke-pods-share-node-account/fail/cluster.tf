resource "google_container_cluster" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}

resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA" # expect: fail
    }
  }
}
