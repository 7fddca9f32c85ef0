resource "aws_iam_access_key" "clinic" {
  status = "Active"
  user = "smtp"
}
