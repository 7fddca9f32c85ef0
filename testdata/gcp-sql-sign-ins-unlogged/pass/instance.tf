resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "max_connections"
      value = "200"
    }

    database_flags {
      name  = "log_connections"
      value = "on"
    }
  }
}

resource "google_sql_database_instance" "forms" {
  name             = "forms"
  region           = "us-central1"
  database_version = "MYSQL_8_0"
}
