resource "aws_redshiftserverless_namespace" "history" { # expect: fail
  namespace_name = "clinic-history"
}
