resource "aws_iam_user_policy" "clinic" {
  user   = "portal"
  policy = <<-POLICY
    {
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["sqs:SendMessage", "iam:PassRole"],
          "Resource": "*"
        }
      ]
    }
  POLICY
}
