resource "google_project_iam_member" "dev" {
  project = "clinic-prod"
  role    = "roles/editor" # expect: fail
  member  = "group:developers@clinic.example"
}

resource "google_organization_iam_member" "admin" {
  org_id = "123456789"
  role   = "roles/owner" # expect: fail
  member = "user:it@clinic.example"
}
