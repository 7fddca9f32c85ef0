resource "google_project_iam_member" "machines" {
  project = "clinic-prod"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:${google_project.clinic.number}-compute@developer.gserviceaccount.com" # expect: fail
}

resource "google_project" "clinic" {
  name       = "clinic"
  project_id = "clinic-clinic"
  folder_id  = "123456789"
}

resource "google_project_iam_binding" "readers" {
  project = "clinic-prod"
  role    = "roles/bigquery.dataViewer"
  members = [
    "group:analysts@clinic.example",
    "serviceAccount:clinic-prod@appspot.gserviceaccount.com", # expect: fail
  ]
}
