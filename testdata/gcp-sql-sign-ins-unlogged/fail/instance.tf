resource "google_sql_database_instance" "ehr" { # expect: fail
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"
  }
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_connections"
      value = "off" # expect: fail
    }
  }
}
