variable "selectors" { type = list(string) }

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  event_selector {
    dynamic "data_resource" {
      for_each = var.selectors
      content {
        type   = data_resource.value # expect: open
        values = ["arn:aws:s3"]
      }
    }
  }
}
