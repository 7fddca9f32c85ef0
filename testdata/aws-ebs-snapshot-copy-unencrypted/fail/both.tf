resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
}

resource "aws_ebs_snapshot" "images" {
  volume_id = aws_ebs_volume.images.id
}

resource "aws_ebs_snapshot_copy" "absent" { # expect: fail
  source_snapshot_id = aws_ebs_snapshot.images.id
  source_region      = "us-east-1"
}

resource "aws_ebs_snapshot_copy" "written" {
  source_snapshot_id = aws_ebs_snapshot.images.id
  source_region      = "us-east-1"
  encrypted          = false # expect: fail
}
