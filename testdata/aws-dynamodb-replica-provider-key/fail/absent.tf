resource "aws_dynamodb_table_replica" "west" { # expect: fail
  global_table_arn = "arn:aws:dynamodb:us-east-1:111122223333:table/appointments"
}
