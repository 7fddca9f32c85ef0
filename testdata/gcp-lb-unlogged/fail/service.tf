resource "google_compute_backend_service" "portal" { # expect: fail
  name     = "portal"
  protocol = "HTTPS"
}

resource "google_compute_backend_service" "intake" {
  name     = "intake"
  protocol = "HTTPS"

  log_config {
    enable = false # expect: fail
  }
}
