resource "aws_timestreamwrite_database" "vitals" {
  database_name = "vitals"
  kms_key_id    = "alias/aws/timestream" # expect: fail
}
