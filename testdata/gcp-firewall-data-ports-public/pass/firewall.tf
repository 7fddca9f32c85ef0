resource "google_compute_firewall" "sql" {
  name          = "sql"
  network       = google_compute_network.clinic.name
  source_ranges = ["10.30.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["3306"]
  }
}

resource "google_compute_firewall" "web" {
  name          = "web"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}
