resource "google_sql_database_instance" "ehr" { # expect: fail
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "off" # expect: fail
    }
  }
}
