resource "google_cloudfunctions_function" "intake" {
  name    = "intake"
  region  = "us-central1"
  runtime = "nodejs20"
  environment_variables = {
    REGION      = "us-central1"
    SMS_API_KEY = "k8f0sQ2lP9zXw7Tt" # expect: fail
  }
}

resource "google_cloud_run_v2_service" "portal" {
  name     = "portal"
  location = "us-central1"

  template {
    containers {
      image = "us-docker.pkg.dev/clinic-prod/portal/portal:1.4.2"

      env {
        name  = "DB_PASSWORD"
        value = "Sommer2024!Praxis" # expect: fail
      }
    }
  }
}
