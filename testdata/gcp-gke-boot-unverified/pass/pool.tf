resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    shielded_instance_config {
      enable_secure_boot = true
    }
  }
}
