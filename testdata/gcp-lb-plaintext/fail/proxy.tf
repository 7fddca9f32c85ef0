resource "google_compute_target_http_proxy" "portal" {
  name    = "portal"
  url_map = google_compute_url_map.portal.id
}

resource "google_compute_url_map" "portal" { # expect: fail
  name            = "portal"
  default_service = google_compute_backend_service.portal.id
}
