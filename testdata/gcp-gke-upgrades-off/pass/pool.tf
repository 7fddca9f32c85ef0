resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  management {
    auto_repair  = true
    auto_upgrade = true
  }
}

resource "google_container_node_pool" "imaging" {
  name       = "imaging"
  cluster    = google_container_cluster.clinic.id
  node_count = 2
}
