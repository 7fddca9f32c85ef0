resource "google_compute_disk" "records" { # expect: fail
  name = "records"
  zone = "us-central1-a"
  size = 200
}
