resource "google_compute_target_http_proxy" "portal" {
  name    = "portal"
  url_map = google_compute_url_map.redirect.id
}

resource "google_compute_url_map" "redirect" {
  name = "redirect"

  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}
