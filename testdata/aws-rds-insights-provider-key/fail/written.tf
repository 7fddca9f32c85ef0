resource "aws_db_instance" "records" {
  engine                          = "postgres"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "alias/aws/rds" # expect: fail
}
