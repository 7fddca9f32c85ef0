resource "random_password" "portal" {
  length = 32
}

resource "google_sql_user" "portal" {
  name     = "portal"
  instance = google_sql_database_instance.ehr.name
  password = random_password.portal.result
}
