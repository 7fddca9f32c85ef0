resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  service_account {
    email  = "ehr@clinic-prod.iam.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance" "portal" {
  name         = "portal"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  service_account {
    scopes = ["logging-write"]
  }
}

resource "google_compute_instance" "letters" {
  name         = "letters"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"
}

resource "google_compute_instance" "forms" {
  name         = "forms"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  service_account {
    email  = google_service_account.forms.email
    scopes = ["cloud-platform"]
  }
}

resource "google_service_account" "forms" {
  account_id = "forms"
}
