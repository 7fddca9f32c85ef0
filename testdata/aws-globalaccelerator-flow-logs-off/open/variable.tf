variable "choice" { type = bool }

resource "aws_globalaccelerator_accelerator" "clinic" {
  name = "portal"
  attributes {
    flow_logs_enabled   = var.choice # expect: open
    flow_logs_s3_bucket = "clinic-flows"
  }
}
