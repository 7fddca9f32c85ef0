resource "aws_lambda_function" "intake" { # expect: fail
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  filename      = "intake.zip"
}
