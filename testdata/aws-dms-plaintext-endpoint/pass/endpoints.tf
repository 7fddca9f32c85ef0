resource "aws_dms_endpoint" "ehr" {
  endpoint_id   = "ehr"
  endpoint_type = "source"
  engine_name   = "oracle"
  ssl_mode      = "verify-ca"
}

resource "aws_dms_endpoint" "lake" {
  endpoint_id   = "lake"
  endpoint_type = "target"
  engine_name   = "s3"
}
