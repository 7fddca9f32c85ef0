resource "google_project_service" "vertex" {
  project = "clinic-prod"
  service = "aiplatform.googleapis.com"
}
