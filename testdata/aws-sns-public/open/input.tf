variable "policy" { type = string }

resource "aws_sns_topic_policy" "admissions" {
  arn    = "arn:aws:sns:us-east-1:123456789012:admissions"
  policy = var.policy # expect: open
}
