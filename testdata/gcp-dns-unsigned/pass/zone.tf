resource "google_dns_managed_zone" "clinic" {
  name     = "clinic"
  dns_name = "clinic.example."

  dnssec_config {
    state = "on"
  }
}

resource "google_dns_managed_zone" "inside" {
  name       = "inside"
  dns_name   = "clinic.example."
  visibility = "private"
}
