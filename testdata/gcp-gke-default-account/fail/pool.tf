resource "google_container_node_pool" "workers" { # expect: fail
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2
}

resource "google_container_node_pool" "imaging" {
  name       = "imaging"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    service_account = "default" # expect: fail
  }
}
