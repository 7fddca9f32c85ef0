resource "google_project" "records" { # expect: open
  name       = "records"
  project_id = "clinic-records"
  org_id     = "123456789"
}

module "organization" {
  source = "git::https://git.clinic.org/organization.git"
}
