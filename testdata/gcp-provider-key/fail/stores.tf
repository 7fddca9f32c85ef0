resource "google_storage_bucket" "records" { # expect: fail
  name     = "clinic-records"
  location = "US"
}

resource "google_sql_database_instance" "ehr" { # expect: fail
  name             = "ehr"
  region           = "us-central1"
  database_version = "POSTGRES_16"
}

resource "google_pubsub_topic" "results" { # expect: fail
  name = "results"
}

resource "google_healthcare_dataset" "clinic" { # expect: fail
  name     = "clinic"
  location = "us-central1"
}
