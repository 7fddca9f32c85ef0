resource "google_cloudfunctions_function" "intake" {
  name             = "intake"
  region           = "us-central1"
  runtime          = "nodejs20"
  ingress_settings = "ALLOW_ALL" # expect: fail
}

resource "google_cloudfunctions2_function" "results" { # expect: fail
  name     = "results"
  location = "us-central1"
}
