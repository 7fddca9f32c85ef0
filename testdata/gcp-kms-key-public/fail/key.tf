resource "google_kms_crypto_key_iam_member" "world" {
  crypto_key_id = google_kms_crypto_key.records.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers" # expect: fail
}

resource "google_kms_key_ring_iam_binding" "world" {
  key_ring_id = google_kms_key_ring.clinic.id
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  members     = ["allAuthenticatedUsers"] # expect: fail
}
