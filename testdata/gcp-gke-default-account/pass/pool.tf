resource "google_container_node_pool" "workers" {
  name       = "workers"
  cluster    = google_container_cluster.clinic.id
  node_count = 2

  node_config {
    service_account = "nodes@clinic-prod.iam.gserviceaccount.com"
  }
}
