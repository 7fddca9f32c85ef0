variable "protect" {}

resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    deletion_protection_enabled = var.protect # expect: open
  }
}
