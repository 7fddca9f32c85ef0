resource "aws_globalaccelerator_accelerator" "clinic" {
  name = "portal"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "clinic-flows"
  }
}
