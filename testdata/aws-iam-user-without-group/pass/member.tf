resource "aws_iam_user" "clinic" {
  name = "ann"
}

resource "aws_iam_group_membership" "clinic" {
  name  = "nurses"
  group = "nurses"
  users = [aws_iam_user.clinic.name]
}
