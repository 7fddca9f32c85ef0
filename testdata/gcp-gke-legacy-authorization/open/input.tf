variable "abac" {}

resource "google_container_cluster" "clinic" {
  name               = "clinic"
  location           = "us-central1"
  enable_legacy_abac = var.abac # expect: open
}
