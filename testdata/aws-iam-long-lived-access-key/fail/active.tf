resource "aws_iam_access_key" "clinic" { # expect: fail
  user = "loader"
}

resource "aws_iam_access_key" "second" {
  user   = "loader"
  status = "Active" # expect: fail
}
