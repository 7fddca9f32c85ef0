variable "network" {}

resource "google_project" "records" {
  name                = "records"
  project_id          = "clinic-records"
  folder_id           = "123456789"
  auto_create_network = var.network # expect: open
}
