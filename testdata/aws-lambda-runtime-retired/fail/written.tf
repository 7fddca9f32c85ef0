resource "aws_lambda_function" "clinic" {
  function_name = "triage"
  runtime = "python3.8" # expect: fail
}
