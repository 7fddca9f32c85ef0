resource "aws_iam_role" "clinic" {
  assume_role_policy = "{}"
}
