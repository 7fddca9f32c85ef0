resource "google_project" "records" { # expect: fail
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_logging_metric" "change" {
  name   = "change"
  filter = "resource.type=\"gce_firewall_rule\" AND (protoPayload.methodName:\"compute.firewalls.patch\" OR protoPayload.methodName:\"compute.firewalls.insert\")"
}
