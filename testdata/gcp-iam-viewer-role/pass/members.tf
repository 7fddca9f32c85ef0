resource "google_project_iam_member" "analysts" {
  project = "clinic-prod"
  role    = "roles/bigquery.jobUser"
  member  = "group:analysts@clinic.example"
}
