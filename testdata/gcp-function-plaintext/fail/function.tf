resource "google_cloudfunctions_function" "intake" { # expect: fail
  name         = "intake"
  region       = "us-central1"
  runtime      = "nodejs20"
  trigger_http = true
}

resource "google_cloudfunctions_function" "results" {
  name                         = "results"
  region                       = "us-central1"
  runtime                      = "nodejs20"
  trigger_http                 = true
  https_trigger_security_level = "SECURE_OPTIONAL" # expect: fail
}
