variable "reader" {}

resource "google_project_iam_member" "doctor" {
  project = "clinic-prod"
  role    = "roles/healthcare.fhirResourceReader"
  member  = var.reader # expect: open
}
