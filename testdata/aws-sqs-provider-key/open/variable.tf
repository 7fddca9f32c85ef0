variable "key" {
  type = string
}

resource "aws_sqs_queue" "results" {
  name              = "lab-results"
  kms_master_key_id = var.key # expect: open
}
