resource "google_cloudfunctions_function" "intake" {
  name             = "intake"
  region           = "us-central1"
  runtime          = "nodejs20"
  ingress_settings = "ALLOW_INTERNAL_ONLY"
}

resource "google_cloudfunctions2_function" "results" {
  name     = "results"
  location = "us-central1"

  service_config {
    ingress_settings = "ALLOW_INTERNAL_AND_GCLB"
  }
}
