variable "mode" {}

resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  binary_authorization {
    evaluation_mode = var.mode # expect: open
  }
}
