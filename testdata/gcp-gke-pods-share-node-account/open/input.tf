variable "mode" {}

resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    workload_metadata_config {
      mode = var.mode # expect: open
    }
  }
}
