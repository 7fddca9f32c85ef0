resource "aws_bedrock_guardrail" "clinic" { # expect: fail
  name = "triage"
}
