resource "google_project_iam_member" "make" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "group:identity@clinic.example"
}

resource "google_project_iam_member" "act" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountUser"
  member  = "group:deployers@clinic.example"
}
