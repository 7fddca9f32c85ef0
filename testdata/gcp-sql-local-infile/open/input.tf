variable "infile" {}

resource "google_sql_database_instance" "ehr" {
  name             = "ehr"
  region           = "us-central1"
  database_version = "MYSQL_8_0"

  settings {
    database_flags {
      name  = "local_infile"
      value = var.infile # expect: open
    }
  }
}
