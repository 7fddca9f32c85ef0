variable "office" {}

resource "google_compute_firewall" "desktop" {
  name          = "desktop"
  network       = google_compute_network.clinic.name
  source_ranges = [var.office] # expect: open

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}
