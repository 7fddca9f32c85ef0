resource "google_project" "records" {
  name       = "records"
  project_id = "clinic-records"
  org_id     = "123456789"
}

resource "google_folder_access_approval_settings" "clinic" {
  folder_id = "4567"
  enrolled_services {
    cloud_product = "all"
  }
}
