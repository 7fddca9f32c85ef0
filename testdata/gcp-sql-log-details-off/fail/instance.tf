resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_checkpoints"
      value = "off" # expect: fail
    }
  }
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_min_messages"
      value = "panic" # expect: fail
    }
  }
}
