variable "choice" { type = string }

resource "aws_iam_access_key" "clinic" {
  status = "Active"
  user = var.choice # expect: open
}
