resource "google_healthcare_fhir_store" "records" {
  name                          = "records"
  dataset                       = google_healthcare_dataset.clinic.id
  version                       = "R4"
  disable_referential_integrity = true # expect: fail
}
