resource "google_kms_crypto_key" "data" {
  name     = "data"
  key_ring = google_kms_key_ring.clinic.id
}

resource "google_storage_bucket" "records" {
  name     = "clinic-records"
  location = "US"

  encryption {
    default_kms_key_name = google_kms_crypto_key.data.id
  }
}

resource "google_sql_database_instance" "ehr" {
  name                = "ehr"
  region              = "us-central1"
  database_version    = "POSTGRES_16"
  encryption_key_name = google_kms_crypto_key.data.id
}

resource "google_pubsub_topic" "results" {
  name         = "results"
  kms_key_name = google_kms_crypto_key.data.id
}

resource "google_healthcare_dataset" "clinic" {
  name     = "clinic"
  location = "us-central1"

  encryption_spec {
    kms_key_name = google_kms_crypto_key.data.id
  }
}

resource "google_secret_manager_secret" "gateway" {
  secret_id = "gateway"

  replication {
    auto {
      customer_managed_encryption {
        kms_key_name = google_kms_crypto_key.data.id
      }
    }
  }
}
