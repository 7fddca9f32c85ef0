variable "logging" {}

resource "google_container_cluster" "clinic" {
  name            = "clinic"
  location        = "us-central1"
  logging_service = var.logging # expect: open
}
