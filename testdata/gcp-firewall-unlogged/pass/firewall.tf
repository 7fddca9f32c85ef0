resource "google_compute_firewall" "web" {
  name          = "web"
  network       = google_compute_network.clinic.name
  source_ranges = ["10.30.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }

  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}
