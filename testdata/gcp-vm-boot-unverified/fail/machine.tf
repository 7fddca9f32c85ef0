resource "google_compute_instance" "ehr" { # expect: fail
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
}

resource "google_compute_instance" "portal" {
  name         = "portal"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  shielded_instance_config {
    enable_secure_boot = true
    enable_vtpm        = false # expect: fail
  }
}
