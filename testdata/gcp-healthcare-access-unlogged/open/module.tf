resource "google_healthcare_dataset" "clinic" { # expect: open
  name     = "clinic"
  location = "us-central1"
}

module "audit" {
  source = "example.com/modules/audit-logs"
}
