resource "google_dialogflow_cx_agent" "desk" {
  display_name               = "front-desk"
  location                   = "us-central1"
  default_language_code      = "en"
  time_zone                  = "America/New_York"
  enable_stackdriver_logging = true
  security_settings          = "projects/clinic-prod/locations/us-central1/securitySettings/redact"
}
