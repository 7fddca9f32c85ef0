resource "google_project" "records" {
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_logging_metric" "change" {
  name   = "change"
  filter = "protoPayload.methodName=\"SetIamPolicy\" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*"
}

resource "google_monitoring_alert_policy" "change" {
  display_name = "change"
  combiner     = "OR"

  conditions {
    display_name = "change"

    condition_threshold {
      filter     = "metric.type=\"logging.googleapis.com/user/${google_logging_metric.change.name}\" AND resource.type=\"global\""
      comparison = "COMPARISON_GT"
      duration   = "0s"
    }
  }
}
