resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "MYSQL_8_0"

  settings {
    database_flags {
      name  = "local_infile"
      value = "on" # expect: fail
    }
  }
}

resource "google_sql_database_instance" "claims" { # expect: fail
  name             = "claims"
  region           = "us-central1"
  database_version = "MYSQL_5_7"
}
