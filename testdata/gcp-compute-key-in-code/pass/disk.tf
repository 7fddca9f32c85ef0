resource "google_compute_disk" "records" {
  name = "records"
  zone = "us-central1-a"
  size = 200

  disk_encryption_key {
    kms_key_self_link = google_kms_crypto_key.disks.id
  }
}

resource "google_compute_disk" "letters" {
  name = "letters"
  zone = "us-central1-a"
  size = 200
}
