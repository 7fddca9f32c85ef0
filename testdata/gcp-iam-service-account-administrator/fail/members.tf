resource "google_project_iam_member" "app" {
  project = "clinic-prod"
  role    = "roles/storage.admin" # expect: fail
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}
