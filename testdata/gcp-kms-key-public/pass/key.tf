resource "google_kms_crypto_key_iam_member" "storage" {
  crypto_key_id = google_kms_crypto_key.records.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "serviceAccount:storage@clinic-prod.iam.gserviceaccount.com"
}
