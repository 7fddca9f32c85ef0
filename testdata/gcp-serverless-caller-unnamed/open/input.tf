variable "partner" {}

resource "google_cloud_run_v2_service_iam_member" "partner" {
  name   = google_cloud_run_v2_service.exchange.name
  role   = "roles/run.invoker"
  member = var.partner # expect: open
}
