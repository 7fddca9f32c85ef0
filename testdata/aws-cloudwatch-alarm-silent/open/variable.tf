variable "topics" { type = list(string) }

resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied-calls"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = var.topics # expect: open
}
