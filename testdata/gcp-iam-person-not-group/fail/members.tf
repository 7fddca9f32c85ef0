resource "google_project_iam_member" "doctor" {
  project = "clinic-prod"
  role    = "roles/healthcare.fhirResourceReader"
  member  = "user:doctor@gmail.com" # expect: fail
}
