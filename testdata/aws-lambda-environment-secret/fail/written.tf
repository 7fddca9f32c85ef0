resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"

  environment {
    variables = {
      TABLE          = "appointments"
      STRIPE_API_KEY = "not-a-real-one" # expect: fail
    }
  }
}
