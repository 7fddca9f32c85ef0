resource "google_pubsub_topic_iam_member" "results" {
  topic  = google_pubsub_topic.results.name
  role   = "roles/pubsub.subscriber"
  member = "allUsers" # expect: fail
}

resource "google_artifact_registry_repository_iam_binding" "images" {
  repository = google_artifact_registry_repository.images.name
  role       = "roles/artifactregistry.reader"
  members    = ["allAuthenticatedUsers"] # expect: fail
}

resource "google_project_iam_member" "viewer" {
  project = "clinic-prod"
  role    = "roles/viewer"
  member  = "allAuthenticatedUsers" # expect: fail
}
