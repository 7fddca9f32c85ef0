variable "private" {}

resource "google_compute_subnetwork" "data" {
  name                     = "data"
  region                   = "us-central1"
  network                  = google_compute_network.clinic.id
  ip_cidr_range            = "10.30.1.0/24"
  private_ip_google_access = var.private # expect: open
}
