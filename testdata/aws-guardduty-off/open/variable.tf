variable "choice" { type = bool }

resource "aws_guardduty_detector" "clinic" {
  finding_publishing_frequency = "ONE_HOUR"
  enable = var.choice # expect: open
}
