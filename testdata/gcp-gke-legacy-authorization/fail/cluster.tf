resource "google_container_cluster" "clinic" {
  name               = "clinic"
  location           = "us-central1"
  enable_legacy_abac = true # expect: fail
}
