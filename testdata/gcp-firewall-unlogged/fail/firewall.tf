resource "google_compute_firewall" "web" { # expect: fail
  name          = "web"
  network       = google_compute_network.clinic.name
  source_ranges = ["10.30.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
