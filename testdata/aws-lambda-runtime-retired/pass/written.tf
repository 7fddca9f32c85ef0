resource "aws_lambda_function" "clinic" {
  function_name = "triage"
  runtime = "python3.13"
}
