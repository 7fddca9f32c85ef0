resource "aws_iam_role_policy" "clinic" { # expect: fail
  role   = "portal"
  policy = "{}"
}

resource "aws_iam_role" "clinic" {
  assume_role_policy = "{}"
  inline_policy { # expect: fail
    name   = "portal"
    policy = "{}"
  }
}
