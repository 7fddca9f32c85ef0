resource "aws_lambda_function" "eligibility" { # expect: fail
  function_name = "eligibility"
  role          = "arn:aws:iam::123456789012:role/eligibility"
}
