resource "google_compute_firewall" "all" {
  name          = "all"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "tcp" {
  name          = "tcp"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "range" {
  name          = "range"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "udp"
    ports    = ["0-65535"]
  }
}
