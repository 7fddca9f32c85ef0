resource "google_compute_disk" "records" {
  name = "records"
  zone = "us-central1-a"
  size = 200

  disk_encryption_key {
    raw_key = "SGVsbG8gZnJvbSBHb29nbGUgQ2xvdWQgUGxhdGZvcm0=" # expect: fail
  }
}
