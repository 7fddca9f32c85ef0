resource "google_compute_firewall" "out" {
  name               = "out"
  network            = google_compute_network.clinic.name
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "all"
  }
}
