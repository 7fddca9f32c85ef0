resource "google_compute_backend_service" "portal" { # expect: fail
  name     = "portal"
  protocol = "HTTPS"
}
