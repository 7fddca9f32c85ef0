variable "security" {}

resource "google_cloudfunctions_function" "intake" {
  name                         = "intake"
  region                       = "us-central1"
  runtime                      = "nodejs20"
  trigger_http                 = true
  https_trigger_security_level = var.security # expect: open
}
