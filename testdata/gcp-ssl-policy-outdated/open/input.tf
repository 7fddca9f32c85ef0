variable "tls" {}

resource "google_compute_ssl_policy" "portal" {
  name            = "portal"
  profile         = "MODERN"
  min_tls_version = var.tls # expect: open
}
