resource "aws_iam_user" "clinic" {
  name = "smtp"
}
