variable "dnssec" {}

resource "google_dns_managed_zone" "clinic" {
  name     = "clinic"
  dns_name = "clinic.example."

  dnssec_config {
    state = var.dnssec # expect: open
  }
}
