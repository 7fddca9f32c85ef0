resource "google_container_cluster" "clinic" {
  name                        = "clinic"
  location                    = "us-central1"
  enable_intranode_visibility = true
}
