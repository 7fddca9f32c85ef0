variable "block" {}

resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
  metadata = {
    block-project-ssh-keys = var.block # expect: open
  }
}
