resource "google_artifact_registry_repository_iam_member" "world" {
  repository = google_artifact_registry_repository.images.name
  role       = "roles/artifactregistry.reader"
  member     = "allUsers" # expect: fail
}

resource "google_artifact_registry_repository_iam_binding" "images" {
  repository = google_artifact_registry_repository.images.name
  role       = "roles/artifactregistry.reader"
  members    = ["group:it@clinic.example", "allAuthenticatedUsers"] # expect: fail
}
