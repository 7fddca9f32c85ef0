resource "google_project_iam_member" "keys" {
  project = "clinic-prod"
  role    = "roles/cloudkms.admin"
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "decrypt" {
  project = "clinic-prod"
  role    = "roles/cloudkms.cryptoKeyEncrypterDecrypter" # expect: fail
  member  = "serviceAccount:portal@clinic-prod.iam.gserviceaccount.com"
}
