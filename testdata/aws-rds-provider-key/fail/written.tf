resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = "alias/aws/rds" # expect: fail
}
