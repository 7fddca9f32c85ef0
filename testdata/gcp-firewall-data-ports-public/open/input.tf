variable "office" {}

resource "google_compute_firewall" "sql" {
  name          = "sql"
  network       = google_compute_network.clinic.name
  source_ranges = [var.office] # expect: open

  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}
