resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  service_account {
    scopes = ["cloud-platform"] # expect: fail
  }
}

resource "google_compute_instance" "portal" {
  name         = "portal"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  service_account {
    email  = "123456789-compute@developer.gserviceaccount.com"
    scopes = ["https://www.googleapis.com/auth/cloud-platform"] # expect: fail
  }
}
