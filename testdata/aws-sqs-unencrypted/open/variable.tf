variable "encrypt" {
  type = bool
}

resource "aws_sqs_queue" "results" {
  name                    = "lab-results"
  sqs_managed_sse_enabled = var.encrypt # expect: open
}
