resource "aws_lambda_function" "clinic" {
  function_name = "triage"
  tracing_config {
    mode = "Active"
  }
}
