variable "reader" {}

resource "google_pubsub_topic_iam_member" "results" {
  topic  = google_pubsub_topic.results.name
  role   = "roles/pubsub.subscriber"
  member = var.reader # expect: open
}
