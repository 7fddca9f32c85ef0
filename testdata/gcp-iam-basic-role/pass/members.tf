resource "google_project_iam_member" "dev" {
  project = "clinic-prod"
  role    = "roles/run.developer"
  member  = "group:developers@clinic.example"
}
