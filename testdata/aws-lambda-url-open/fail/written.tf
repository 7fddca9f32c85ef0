resource "aws_lambda_function_url" "clinic" {
  function_name = "triage"
  authorization_type = "NONE" # expect: fail
}
