resource "google_compute_firewall" "web" {
  name          = "web"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}
