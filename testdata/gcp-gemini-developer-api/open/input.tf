variable "service" {}

resource "google_project_service" "chosen" {
  project = "clinic-prod"
  service = var.service # expect: open
}
