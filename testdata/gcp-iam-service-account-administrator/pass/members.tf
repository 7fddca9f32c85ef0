resource "google_project_iam_member" "app" {
  project = "clinic-prod"
  role    = "roles/storage.objectUser"
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "it" {
  project = "clinic-prod"
  role    = "roles/storage.admin"
  member  = "group:it@clinic.example"
}
