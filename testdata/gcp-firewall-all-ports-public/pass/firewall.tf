resource "google_compute_firewall" "inside" {
  name          = "inside"
  network       = google_compute_network.clinic.name
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "tagged" {
  name        = "tagged"
  network     = google_compute_network.clinic.name
  source_tags = ["web"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "ping" {
  name          = "ping"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "icmp"
  }
}
