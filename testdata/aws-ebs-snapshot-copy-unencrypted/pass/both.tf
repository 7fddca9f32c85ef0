resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
}

resource "aws_ebs_snapshot" "images" {
  volume_id = aws_ebs_volume.images.id
}

resource "aws_ebs_snapshot_copy" "inherited" {
  source_snapshot_id = aws_ebs_snapshot.images.id
  source_region      = "us-east-1"
}

resource "aws_ebs_snapshot_copy" "written" {
  source_snapshot_id = "snap-0a1b2c3d4e5f60718"
  source_region      = "us-east-1"
  encrypted          = true
}
