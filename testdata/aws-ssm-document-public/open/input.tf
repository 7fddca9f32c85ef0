variable "accounts" { type = string }

resource "aws_ssm_document" "restore" {
  name          = "restore-records"
  document_type = "Command"
  content       = "{}"
  permissions = {
    type        = "Share"
    account_ids = var.accounts # expect: open
  }
}
