resource "aws_sfn_state_machine" "clinic" {
  name = "claims"
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true # expect: fail
  }
}
