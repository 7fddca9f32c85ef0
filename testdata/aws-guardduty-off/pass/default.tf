resource "aws_guardduty_detector" "clinic" {
}
