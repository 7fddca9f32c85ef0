resource "google_healthcare_fhir_store_iam_member" "world" {
  fhir_store_id = google_healthcare_fhir_store.records.id
  role          = "roles/healthcare.fhirResourceReader"
  member        = "allAuthenticatedUsers" # expect: fail
}

resource "google_healthcare_dataset_iam_binding" "world" {
  dataset_id = google_healthcare_dataset.clinic.id
  role       = "roles/healthcare.datasetViewer"
  members    = ["allUsers"] # expect: fail
}
