resource "google_dns_managed_zone" "clinic" { # expect: fail
  name     = "clinic"
  dns_name = "clinic.example."
}

resource "google_dns_managed_zone" "old" {
  name     = "old"
  dns_name = "clinic.example."

  dnssec_config {
    state = "on"

    default_key_specs {
      algorithm = "rsasha1" # expect: fail
      key_type  = "keySigning"
    }
  }
}
