variable "https" { type = bool }

resource "aws_cloudsearch_domain" "notes" {
  name = "notes"
  endpoint_options {
    enforce_https = var.https # expect: open
  }
}
