resource "google_project_iam_member" "analysts" {
  project = "clinic-prod"
  role    = "roles/viewer" # expect: fail
  member  = "group:analysts@clinic.example"
}
