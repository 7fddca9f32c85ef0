resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"

    backup_configuration {
      enabled = true
    }
  }
}

resource "google_sql_database_instance" "reports" {
  name                 = "reports"
  region               = "us-central1"
  database_version     = "POSTGRES_16"
  master_instance_name = google_sql_database_instance.ehr.name

  settings {
    tier = "db-custom-2-7680"
  }
}
