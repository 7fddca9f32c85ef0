resource "aws_sfn_state_machine" "clinic" { # expect: fail
  name = "claims"
}
