resource "aws_appsync_graphql_api" "clinic" { # expect: fail
  name                = "records"
  authentication_type = "AWS_IAM"
}
