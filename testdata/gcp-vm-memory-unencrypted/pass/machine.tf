resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "n2d-standard-4"

  confidential_instance_config {
    enable_confidential_compute = true
  }
}
