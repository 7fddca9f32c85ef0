resource "aws_bedrockagent_agent" "clinic" { # expect: fail
  agent_name = "triage"
}
