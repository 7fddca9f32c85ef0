locals {
  runtime = "nodejs24.x"
}

resource "aws_lambda_function" "clinic" {
  function_name = "triage"
  runtime       = local.runtime
}
