variable "role" {}

resource "google_project_iam_member" "dev" {
  project = "clinic-prod"
  role    = var.role # expect: open
  member  = "group:developers@clinic.example"
}
