resource "google_compute_firewall" "desktop" {
  name          = "desktop"
  network       = google_compute_network.clinic.name
  source_ranges = ["203.0.113.0/28"]

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "web" {
  name          = "web"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
