resource "aws_db_instance_automated_backups_replication" "records" {
  source_db_instance_arn = "arn:aws:rds:us-east-1:111122223333:db:records"
  retention_period       = 14
  kms_key_id             = "alias/aws/rds" # expect: fail
}
