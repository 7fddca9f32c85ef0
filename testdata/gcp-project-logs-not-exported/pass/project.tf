resource "google_project" "records" {
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_logging_organization_sink" "audit" {
  name             = "audit"
  org_id           = "123456789"
  destination      = "storage.googleapis.com/clinic-audit"
  include_children = true
}
