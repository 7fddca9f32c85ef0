resource "google_container_cluster" "clinic" {
  name     = "clinic"
  location = "us-central1"

  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}
