resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  kms_key_arn   = aws_kms_key.clinic.arn

  environment {
    variables = {
      TABLE = "appointments"
    }
  }
}
