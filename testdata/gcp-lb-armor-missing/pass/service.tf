resource "google_compute_security_policy" "portal" {
  name = "portal"
}

resource "google_compute_backend_service" "portal" {
  name            = "portal"
  protocol        = "HTTPS"
  security_policy = google_compute_security_policy.portal.id
}

resource "google_compute_backend_service" "inside" {
  name                  = "inside"
  protocol              = "HTTPS"
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}
