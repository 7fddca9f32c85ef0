variable "confidential" {}

resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  confidential_instance_config {
    enable_confidential_compute = var.confidential # expect: open
  }
}
