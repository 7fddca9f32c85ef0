resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "SQLSERVER_2022_STANDARD"

  settings {
    database_flags {
      name  = "cross db ownership chaining"
      value = "on" # expect: fail
    }
  }
}
