variable "statements" {}

resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"

  settings {
    database_flags {
      name  = "log_statement"
      value = var.statements # expect: open
    }
  }
}
