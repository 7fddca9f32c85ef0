variable "log" {}

resource "google_dialogflow_agent" "desk" {
  display_name          = "front-desk"
  default_language_code = "en"
  time_zone             = "America/New_York"
  enable_logging        = var.log # expect: open
}
