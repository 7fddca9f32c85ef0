resource "aws_guardduty_detector" "clinic" {
  finding_publishing_frequency = "ONE_HOUR"
  enable = true
}
