resource "google_compute_firewall" "sql" {
  name          = "sql"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
    ports    = ["3306", "443"]
  }
}

resource "google_compute_firewall" "imaging" {
  name          = "imaging"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
    ports    = ["11000-11200"]
  }
}
