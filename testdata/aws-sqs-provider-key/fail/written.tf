resource "aws_sqs_queue" "results" {
  name              = "lab-results"
  kms_master_key_id = "alias/aws/sqs" # expect: fail
}
