resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_logging_metric" "errors" {
  name   = "errors"
  filter = "severity>=ERROR"
}
