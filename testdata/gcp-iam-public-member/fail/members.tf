resource "google_pubsub_topic_iam_member" "results" {
  topic  = google_pubsub_topic.results.name
  role   = "roles/pubsub.subscriber"
  member = "allUsers" # expect: fail
}

resource "google_spanner_database_iam_binding" "scheduling" {
  instance = google_spanner_instance.clinic.name
  database = google_spanner_database.scheduling.name
  role     = "roles/spanner.databaseReader"
  members  = ["allAuthenticatedUsers"] # expect: fail
}

resource "google_project_iam_member" "viewer" {
  project = "clinic-prod"
  role    = "roles/viewer"
  member  = "allAuthenticatedUsers" # expect: fail
}
