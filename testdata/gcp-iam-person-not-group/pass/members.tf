resource "google_project_iam_member" "doctors" {
  project = "clinic-prod"
  role    = "roles/healthcare.fhirResourceReader"
  member  = "group:doctors@clinic.example"
}
