resource "google_project_iam_member" "make" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "user:it@clinic.example"
}

resource "google_project_iam_member" "act" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountUser" # expect: fail
  member  = "user:it@clinic.example"
}
