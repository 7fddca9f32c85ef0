resource "aws_lambda_function" "clinic" { # expect: fail
  function_name = "triage"
}
