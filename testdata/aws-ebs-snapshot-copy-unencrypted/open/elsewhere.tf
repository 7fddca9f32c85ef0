resource "aws_ebs_snapshot_copy" "images" {
  source_snapshot_id = "snap-0a1b2c3d4e5f60718" # expect: open
  source_region      = "us-east-1"
}
