resource "aws_redshiftserverless_namespace" "clinic" { # expect: fail
  namespace_name = "clinic"
}
