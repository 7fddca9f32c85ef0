resource "google_sql_user" "root" { # expect: fail
  name     = "root"
  instance = google_sql_database_instance.ehr.name
  host     = "%"
}
