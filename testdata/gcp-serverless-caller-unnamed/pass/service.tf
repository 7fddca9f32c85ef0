resource "google_cloud_run_v2_service_iam_member" "partner" {
  name   = google_cloud_run_v2_service.exchange.name
  role   = "roles/run.invoker"
  member = "serviceAccount:partner@clinic-prod.iam.gserviceaccount.com"
}

resource "google_cloud_run_v2_service" "exchange" {
  name     = "exchange"
  location = "us-central1"
}
