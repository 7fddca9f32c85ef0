resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
  iam_instance_profile = aws_iam_instance_profile.clinic.name
}

resource "aws_iam_instance_profile" "clinic" {
  role = aws_iam_role.clinic.name
}

resource "aws_iam_role" "clinic" {
  name = "clinic"
}

resource "aws_iam_role_policy_attachment" "clinic" {
  role       = aws_iam_role.clinic.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess" # expect: fail
}
