resource "aws_sfn_state_machine" "clinic" {
  name = "claims"
  logging_configuration {
    log_destination = "arn:aws:logs:us-east-1:111122223333:log-group:claims:*"
    level           = "OFF" # expect: fail
  }
}
