variable "choice" { type = list(string) }

resource "aws_redshiftserverless_namespace" "clinic" {
  namespace_name = "clinic"
  log_exports = var.choice # expect: open
}
