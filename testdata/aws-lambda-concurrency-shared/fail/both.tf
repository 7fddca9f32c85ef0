resource "aws_lambda_function" "intake" { # expect: fail
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
}

resource "aws_lambda_function" "reports" {
  function_name                  = "reports"
  role                           = "arn:aws:iam::111122223333:role/reports"
  reserved_concurrent_executions = -1 # expect: fail
}
