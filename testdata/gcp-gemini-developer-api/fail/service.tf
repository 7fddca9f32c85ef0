resource "google_project_service" "gemini" {
  project = "clinic-prod"
  service = "generativelanguage.googleapis.com" # expect: fail
}
