resource "aws_fsx_windows_file_system" "shares" {
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0a1b2c3d"]
  kms_key_id          = "alias/aws/fsx" # expect: fail
}
