resource "random_password" "root" {
  length = 32
}

resource "google_sql_user" "root" {
  name     = "root"
  instance = google_sql_database_instance.ehr.name
  password = random_password.root.result
}

resource "google_sql_user" "portal" {
  name     = "portal@clinic-prod.iam"
  instance = google_sql_database_instance.ehr.name
  type     = "CLOUD_IAM_SERVICE_ACCOUNT"
}
