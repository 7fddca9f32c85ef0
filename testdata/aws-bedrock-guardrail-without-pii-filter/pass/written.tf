resource "aws_bedrock_guardrail" "clinic" {
  name = "triage"
  sensitive_information_policy_config {
    pii_entities_config {
      action = "ANONYMIZE"
      type   = "NAME"
    }
  }
}
