resource "aws_lambda_function" "eligibility" {
  function_name = "eligibility"
  role          = "arn:aws:iam::123456789012:role/eligibility"
  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3d"]
    security_group_ids = ["sg-0a1b2c3d"]
  }
}
