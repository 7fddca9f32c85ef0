variable "console" {}

resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
  metadata = {
    serial-port-enable = var.console # expect: open
  }
}
