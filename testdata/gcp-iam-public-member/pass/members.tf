resource "google_pubsub_topic_iam_member" "results" {
  topic  = google_pubsub_topic.results.name
  role   = "roles/pubsub.subscriber"
  member = "serviceAccount:results@clinic-prod.iam.gserviceaccount.com"
}

data "google_iam_policy" "portal" {

  binding {
    role    = "roles/run.invoker"
    members = ["allUsers"]
  }
}
