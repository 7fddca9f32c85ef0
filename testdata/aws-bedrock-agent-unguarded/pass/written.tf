resource "aws_bedrockagent_agent" "clinic" {
  agent_name = "triage"
  guardrail_configuration {
    guardrail_identifier = "g1"
    guardrail_version    = "1"
  }
}
