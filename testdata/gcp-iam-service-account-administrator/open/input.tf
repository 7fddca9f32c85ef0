variable "app" {}

resource "google_project_iam_member" "app" {
  project = "clinic-prod"
  role    = "roles/storage.admin"
  member  = var.app # expect: open
}
