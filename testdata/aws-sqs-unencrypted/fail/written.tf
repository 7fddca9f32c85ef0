resource "aws_sqs_queue" "results" {
  name                    = "lab-results"
  sqs_managed_sse_enabled = false # expect: fail
}
