variable "log" {}

resource "google_compute_backend_service" "portal" {
  name     = "portal"
  protocol = "HTTPS"

  log_config {
    enable = var.log # expect: open
  }
}
