resource "google_cloud_run_v2_service_iam_member" "world" {
  name   = google_cloud_run_v2_service.exchange.name
  role   = "roles/run.invoker"
  member = "allUsers" # expect: fail
}

resource "google_cloud_run_v2_service" "portal" {
  name                 = "portal"
  location             = "us-central1"
  invoker_iam_disabled = true # expect: fail
}
