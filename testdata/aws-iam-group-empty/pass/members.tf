resource "aws_iam_group" "clinic" {
  name = "nurses"
}

resource "aws_iam_user_group_membership" "clinic" {
  user   = "ann"
  groups = [aws_iam_group.clinic.name]
}
