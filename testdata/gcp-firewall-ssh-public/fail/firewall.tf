resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = google_compute_network.clinic.name
  source_ranges = ["0.0.0.0/0"] # expect: fail

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "google_compute_firewall" "tools" {
  name          = "tools"
  network       = google_compute_network.clinic.name
  direction     = "INGRESS"
  source_ranges = ["10.0.0.0/8", "::/0"] # expect: fail

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "TCP"
    ports    = ["443", "20-30"]
  }
}
