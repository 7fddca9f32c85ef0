resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_project" "imaging" {
  name                = "imaging"
  project_id          = "clinic-imaging"
  folder_id           = "123456789"
  auto_create_network = true # expect: fail
}
