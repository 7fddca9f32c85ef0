variable "secure_boot" {}

resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  shielded_instance_config {
    enable_secure_boot = var.secure_boot # expect: open
  }
}
