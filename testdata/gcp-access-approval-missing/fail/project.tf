resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  org_id     = "123456789"
}
