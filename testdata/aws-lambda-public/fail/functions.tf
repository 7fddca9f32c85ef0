resource "aws_lambda_permission" "all" {
  function_name = "eligibility"
  action        = "lambda:InvokeFunction"
  principal     = "*" # expect: fail
}
