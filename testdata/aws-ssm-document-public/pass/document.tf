resource "aws_ssm_document" "restore" {
  name          = "restore-records"
  document_type = "Command"
  content       = "{}"
  permissions = {
    type        = "Share"
    account_ids = "123456789012,210987654321"
  }
}

resource "aws_ssm_document" "own" {
  name          = "restart"
  document_type = "Command"
  content       = "{}"
}
