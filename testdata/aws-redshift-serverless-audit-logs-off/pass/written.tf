resource "aws_redshiftserverless_namespace" "clinic" {
  namespace_name = "clinic"
  log_exports = ["userlog", "connectionlog", "useractivitylog"]
}
