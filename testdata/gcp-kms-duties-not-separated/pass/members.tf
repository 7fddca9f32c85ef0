resource "google_project_iam_member" "keys" {
  project = "clinic-prod"
  role    = "roles/cloudkms.admin"
  member  = "group:keys@clinic.example"
}

resource "google_project_iam_member" "decrypt" {
  project = "clinic-prod"
  role    = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}
