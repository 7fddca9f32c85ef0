resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings { # expect: fail
    tier = "db-custom-2-7680"
  }
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    deletion_protection_enabled = false # expect: fail
  }
}
