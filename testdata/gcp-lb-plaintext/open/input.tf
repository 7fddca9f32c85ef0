variable "map" {}

resource "google_compute_target_http_proxy" "portal" {
  name    = "portal"
  url_map = var.map # expect: open
}
