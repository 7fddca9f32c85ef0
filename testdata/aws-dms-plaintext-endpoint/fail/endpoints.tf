resource "aws_dms_endpoint" "absent" { # expect: fail
  endpoint_id   = "ehr"
  endpoint_type = "source"
  engine_name   = "oracle"
}

resource "aws_dms_endpoint" "none" {
  endpoint_id   = "records"
  endpoint_type = "target"
  engine_name   = "aurora-postgresql"
  ssl_mode      = "none" # expect: fail
}
