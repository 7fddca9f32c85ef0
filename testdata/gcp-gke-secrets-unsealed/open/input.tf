variable "state" {}

resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  database_encryption {
    state = var.state # expect: open
  }
}
