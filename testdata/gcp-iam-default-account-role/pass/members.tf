resource "google_project_iam_member" "portal" {
  project = "clinic-prod"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}
