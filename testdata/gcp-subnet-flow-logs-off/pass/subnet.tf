resource "google_compute_subnetwork" "data" {
  name          = "data"
  region        = "us-central1"
  network       = google_compute_network.clinic.id
  ip_cidr_range = "10.30.1.0/24"

  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
    flow_sampling        = 0.5
    metadata             = "INCLUDE_ALL_METADATA"
  }
}

resource "google_compute_subnetwork" "balancer" {
  name          = "balancer"
  region        = "us-central1"
  network       = google_compute_network.clinic.id
  ip_cidr_range = "10.30.1.0/24"
  purpose       = "REGIONAL_MANAGED_PROXY"
  role          = "ACTIVE"
}
