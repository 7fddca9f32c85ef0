resource "aws_sqs_queue" "by_default" {
  name = "lab-results"
}

resource "aws_sqs_queue" "with_key" {
  name                    = "lab-orders"
  sqs_managed_sse_enabled = false
  kms_master_key_id       = "alias/clinic"
}

resource "aws_sqs_queue" "written" {
  name                    = "reminders"
  sqs_managed_sse_enabled = true
}
