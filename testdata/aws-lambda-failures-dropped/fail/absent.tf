resource "aws_lambda_function" "results" { # expect: fail
  function_name = "results"
  role          = "arn:aws:iam::111122223333:role/results"
}
