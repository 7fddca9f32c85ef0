resource "google_container_cluster" "clinic" {
  name            = "clinic"
  location        = "us-central1"
  logging_service = "none" # expect: fail
}

resource "google_container_cluster" "imaging" {
  name     = "imaging"
  location = "us-central1"

  logging_config { # expect: fail
    enable_components = []
  }
}
