resource "google_sql_user" "portal" {
  name     = "portal"
  instance = google_sql_database_instance.ehr.name
  password = "Sommer2024!Praxis" # expect: fail
}

resource "google_secret_manager_secret_version" "gateway" {
  secret      = google_secret_manager_secret.gateway.id
  secret_data = "Sommer2024!Praxis" # expect: fail
}
