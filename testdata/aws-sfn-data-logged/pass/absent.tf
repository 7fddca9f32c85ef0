resource "aws_sfn_state_machine" "clinic" {
  name = "claims"
}
