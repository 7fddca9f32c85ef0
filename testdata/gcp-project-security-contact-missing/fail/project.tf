resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}
