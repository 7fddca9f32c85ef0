variable "policy" { type = string }

resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.us-east-1.amazonaws.com/123456789012/orders"
  policy    = var.policy # expect: open
}
