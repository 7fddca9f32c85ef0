resource "aws_iam_role_policy_attachment" "clinic" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess-AWSElasticBeanstalk"
}

resource "aws_iam_policy_attachment" "clinic" {
  name       = "admins"
  groups     = ["admins"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
