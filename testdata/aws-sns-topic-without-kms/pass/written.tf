resource "aws_kms_key" "messages" {
  description = "Messages"
}

resource "aws_sns_topic" "results" {
  name              = "lab-results"
  kms_master_key_id = aws_kms_key.messages.id
}
