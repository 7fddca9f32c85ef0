resource "aws_bedrockagent_agent" "clinic" {
  agent_name = "triage"
}

resource "aws_bedrock_model_invocation_logging_configuration" "clinic" {
  logging_config {
    s3_config {
      bucket_name = "clinic-prompts"
    }
  }
}
