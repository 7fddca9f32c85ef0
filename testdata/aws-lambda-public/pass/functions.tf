resource "aws_lambda_permission" "service" {
  function_name = "eligibility"
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::clinic-claims"
}

resource "aws_lambda_permission" "organization" {
  function_name    = "eligibility"
  action           = "lambda:InvokeFunction"
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
}
