resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_min_duration_statement"
      value = "500" # expect: fail
    }
  }
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_statement"
      value = "all" # expect: fail
    }
  }
}
