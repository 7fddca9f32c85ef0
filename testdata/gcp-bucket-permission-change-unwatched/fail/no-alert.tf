resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_logging_metric" "change" {
  name   = "change"
  filter = "resource.type=gcs_bucket AND protoPayload.methodName=\"storage.setIamPermissions\""
}
