resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      authorized_networks {
        name  = "office"
        value = "203.0.113.0/28"
      }
    }
  }
}

resource "google_sql_database_instance" "claims" {
  name             = "claims"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"
  }
}
