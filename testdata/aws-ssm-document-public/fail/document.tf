resource "aws_ssm_document" "restore" {
  name          = "restore-records"
  document_type = "Command"
  content       = "{}"
  permissions = {
    type        = "Share"
    account_ids = "All" # expect: fail
  }
}
