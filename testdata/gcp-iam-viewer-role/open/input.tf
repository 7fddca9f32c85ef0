variable "role" {}

resource "google_project_iam_member" "analysts" {
  project = "clinic-prod"
  role    = var.role # expect: open
  member  = "group:analysts@clinic.example"
}
