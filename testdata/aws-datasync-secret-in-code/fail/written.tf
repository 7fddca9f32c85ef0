resource "aws_datasync_location_object_storage" "archive" {
  agent_arns      = ["arn:aws:datasync:us-east-1:111122223333:agent/agent-1"]
  server_hostname = "archive.internal"
  bucket_name     = "letters"
  access_key      = "clinic"
  secret_key      = "not-a-real-one" # expect: fail
}
