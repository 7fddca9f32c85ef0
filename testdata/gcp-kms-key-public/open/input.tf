variable "user" {}

resource "google_kms_crypto_key_iam_member" "storage" {
  crypto_key_id = google_kms_crypto_key.records.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = var.user # expect: open
}
