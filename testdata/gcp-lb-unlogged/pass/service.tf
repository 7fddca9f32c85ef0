resource "google_compute_backend_service" "portal" {
  name     = "portal"
  protocol = "HTTPS"

  log_config {
    enable      = true
    sample_rate = 1
  }
}
