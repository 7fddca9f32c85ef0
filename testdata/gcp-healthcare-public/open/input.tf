variable "user" {}

resource "google_healthcare_fhir_store_iam_member" "portal" {
  fhir_store_id = google_healthcare_fhir_store.records.id
  role          = "roles/healthcare.fhirResourceReader"
  member        = var.user # expect: open
}
