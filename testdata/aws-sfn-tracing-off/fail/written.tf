resource "aws_sfn_state_machine" "clinic" {
  name = "claims"
  tracing_configuration {
    enabled = false # expect: fail
  }
}
