variable "role" {}

resource "google_project_iam_member" "deployer" {
  project = "clinic-prod"
  role    = var.role # expect: open
  member  = "serviceAccount:deployer@clinic-prod.iam.gserviceaccount.com"
}
