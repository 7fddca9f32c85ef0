variable "upgrade" {}

resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  management {
    auto_upgrade = var.upgrade # expect: open
  }
}
