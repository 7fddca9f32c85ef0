resource "google_project" "records" { # expect: open
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

module "audit" {
  source = "example.com/modules/audit-logs"
}
