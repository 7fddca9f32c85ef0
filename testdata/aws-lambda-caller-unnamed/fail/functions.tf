resource "aws_lambda_permission" "gateway" { # expect: fail
  function_name = "eligibility"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
}
