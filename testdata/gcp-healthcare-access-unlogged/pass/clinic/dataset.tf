resource "google_healthcare_dataset" "clinic" {
  name     = "clinic"
  location = "us-central1"
}
