resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
  metadata = {
    block-project-ssh-keys = "true"
  }
}

resource "google_compute_instance" "portal" {
  name         = "portal"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
  metadata = {
    enable-oslogin = "TRUE"
  }
}
