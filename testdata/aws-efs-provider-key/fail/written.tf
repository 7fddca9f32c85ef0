resource "aws_efs_file_system" "scans" {
  encrypted  = true
  kms_key_id = "alias/aws/elasticfilesystem" # expect: fail
}
