resource "aws_iam_user_login_profile" "clinic" {
  user = "ann"
}

resource "aws_iam_group_policy" "clinic" {
  group  = "staff"
  policy = jsonencode({ Statement = [{ Effect = "Deny", NotAction = ["iam:EnableMFADevice"], Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } }] })
}
