resource "google_project" "records" { # expect: open
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

module "alerts" {
  source = "example.com/modules/log-alerts"
}
