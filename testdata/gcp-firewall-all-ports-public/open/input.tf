variable "office" {}

resource "google_compute_firewall" "all" {
  name          = "all"
  network       = google_compute_network.clinic.name
  source_ranges = [var.office] # expect: open

  allow {
    protocol = "all"
  }
}
