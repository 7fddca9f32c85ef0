resource "aws_lambda_code_signing_config" "clinic" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:us-east-1:111122223333:/signing-profiles/clinic/1a2b3c"]
  }
}

resource "aws_lambda_function" "intake" {
  function_name           = "intake"
  role                    = "arn:aws:iam::111122223333:role/intake"
  filename                = "intake.zip"
  code_signing_config_arn = aws_lambda_code_signing_config.clinic.arn
}

resource "aws_lambda_function" "imaging" {
  function_name = "imaging"
  role          = "arn:aws:iam::111122223333:role/imaging"
  package_type  = "Image"
}
