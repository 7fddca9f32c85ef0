resource "google_compute_firewall" "desktop" {
  name          = "desktop"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
    ports    = ["3380-3390"]
  }
}
