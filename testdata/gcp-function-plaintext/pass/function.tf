resource "google_cloudfunctions_function" "intake" {
  name                         = "intake"
  region                       = "us-central1"
  runtime                      = "nodejs20"
  trigger_http                 = true
  https_trigger_security_level = "SECURE_ALWAYS"
}

resource "google_cloudfunctions_function" "nightly" {
  name    = "nightly"
  region  = "us-central1"
  runtime = "nodejs20"

  event_trigger {
    event_type = "google.pubsub.topic.publish"
    resource   = google_pubsub_topic.nightly.id
  }
}
