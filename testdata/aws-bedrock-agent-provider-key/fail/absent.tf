resource "aws_bedrockagent_agent" "triage" { # expect: fail
  agent_name                  = "triage"
  agent_resource_role_arn     = "arn:aws:iam::111122223333:role/agent"
  foundation_model            = "anthropic.claude-3-5-sonnet"
}
