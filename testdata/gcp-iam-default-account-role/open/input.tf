variable "account" {}

resource "google_project_iam_member" "portal" {
  project = "clinic-prod"
  role    = "roles/storage.objectViewer"
  member  = var.account # expect: open
}
