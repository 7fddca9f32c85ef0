resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = google_healthcare_dataset.clinic.id
  version = "R4"

  consent_config {
    version         = "V1"
    access_enforced = true
  }
}
