variable "partner" {}

resource "google_compute_firewall" "out" {
  name               = "out"
  network            = google_compute_network.clinic.name
  direction          = "EGRESS"
  destination_ranges = [var.partner] # expect: open

  allow {
    protocol = "all"
  }
}
