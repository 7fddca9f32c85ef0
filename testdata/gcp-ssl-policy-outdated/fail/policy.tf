resource "google_compute_ssl_policy" "portal" { # expect: fail
  name    = "portal"
  profile = "MODERN"
}

resource "google_compute_ssl_policy" "old" {
  name            = "old"
  profile         = "MODERN"
  min_tls_version = "TLS_1_1" # expect: fail
}

resource "google_compute_ssl_policy" "wide" {
  name            = "wide"
  profile         = "COMPATIBLE" # expect: fail
  min_tls_version = "TLS_1_2"
}
