resource "google_cloud_run_v2_service" "portal" {
  name     = "portal"
  location = "us-central1"

  template {
    containers {
      image = "us-docker.pkg.dev/clinic-prod/portal/portal:1.4.2"

      env {
        name  = "REGION"
        value = "us-central1"
      }

      env {
        name = "DB_PASSWORD"

        value_source {
          secret_key_ref {
            secret  = "db-password"
            version = "latest"
          }
        }
      }
    }
  }
}
