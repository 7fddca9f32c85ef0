resource "aws_lambda_function" "intake" {
  function_name                  = "intake"
  role                           = "arn:aws:iam::111122223333:role/intake"
  reserved_concurrent_executions = 50
}
